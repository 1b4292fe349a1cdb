// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// Order as people count: "tile2" before "tile10"; upper and lower case alike, ties by bytes.
bool naturalLess(std::string_view a, std::string_view b);

/// The files meant by inputs from the command line or a drop, and how many were passed over.
struct FileList {
    std::vector<std::filesystem::path> files;
    std::size_t passedOver = 0; ///< files in folders whose suffix is not among those asked for
};

/// Expands files, folders (their files with one of `suffixes`; with `recursive` the folders below too) and globs
/// (`*`, `?`, `[...]` in the last part). Files named one by one keep their order and may have any suffix; the files
/// of a folder or glob are sorted naturally. A name that exists is never a glob; a folder that a glob matches is
/// expanded. Sidecars (*.sonoloom.json) are neither listed nor counted, nor are hidden files of folders and globs.
/// @param suffixes lower case, without dot
/// Errors: NotFound naming the input that does not exist or matches nothing; Unreadable naming a folder.
Result<FileList> expandInputs(const std::vector<std::string>& inputs, const std::vector<std::string>& suffixes,
                              bool recursive);

} // namespace sonoloom
