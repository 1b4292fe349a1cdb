// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace sonoloom
{

/// The program's folder among the user's caches ($XDG_CACHE_HOME/sonoloom, usually ~/.cache/sonoloom); it may not exist
/// yet.
std::filesystem::path cacheFolder();

} // namespace sonoloom
