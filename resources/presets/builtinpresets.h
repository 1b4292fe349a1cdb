// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sonoloom
{

/// A preset that the programs carry with them, as its JSON (core/project/presets.h).
struct BuiltInPreset {
    std::string file; ///< its name, for messages
    std::string json;
};

/// All of them, in the order of menus.
std::vector<BuiltInPreset> builtInPresets();

} // namespace sonoloom
