// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace sonoloom
{

/// The path in single quotes, as messages show it.
std::string quoted(const std::filesystem::path& path);

/// NotFound or Unreadable for a file that could not be read; `errorNumber` is errno's.
Error readFailure(const std::filesystem::path& path, int errorNumber);

/// WriteFailed for a file that could not be written; `errorNumber` is errno's, 0 if unknown.
Error writeFailure(const std::filesystem::path& place, int errorNumber);

/// Exists for a file that may not be replaced.
Error existsFailure(const std::filesystem::path& place);

} // namespace sonoloom
