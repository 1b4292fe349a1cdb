// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sonoloom::layering
{

/// A file as the rules see it: its path below the repository's root, with slashes, and what is in it.
struct SourceFile {
    std::string path;
    std::string text;
};

/// What breaks a rule, one sentence each, as "path:line: what is wrong".
using Violations = std::vector<std::string>;

/// The Qt module (QtCore, QtWidgets, ...) that a header such as "QWidget" or "QtWidgets/QWidget" belongs to;
/// empty where it is not Qt's.
std::string qtModuleOf(std::string_view header);

/// Includes that point upward or sideways, foreign libraries and Qt modules where they have no place, nlohmann-json in
/// a header of core, and quoted paths that do not start at the root.
Violations includeViolations(const SourceFile& file);

/// The first lines carry `SPDX-License-Identifier: GPL-3.0-or-later`.
Violations licenceViolations(const SourceFile& file);

/// At most 400 lines.
Violations lengthViolations(const SourceFile& file);

/// Folders that include each other in a circle; every one is named with an include that takes part.
Violations circles(const std::vector<SourceFile>& files);

} // namespace sonoloom::layering
