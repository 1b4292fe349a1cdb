// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace sonoloom
{

/// The user's folder for what the programs keep, as the system has it (XDG_DATA_HOME): the same for all of them. It may not
/// be there yet.
std::filesystem::path dataFolder();

} // namespace sonoloom
