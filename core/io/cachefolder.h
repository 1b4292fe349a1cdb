// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace sonoloom
{

/// The program's folder for what can be made again, as the system has it (XDG_CACHE_HOME). It may not be there yet.
std::filesystem::path cacheFolder();

} // namespace sonoloom
