// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace sonoloom
{

/// How a level is shown as a colour. All but the greys are perceptually uniform; cividis looks the same to people who
/// cannot tell red from green; inverted grey is paper: silence white, loud black.
enum class ColourMap { Magma, Viridis, Cividis, Inferno, Grey, InvertedGrey };

/// 8-bit sRGB.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

/// 256 colours from silence (index 0) to full level (index 255).
using ColourTable = std::array<Colour, 256>;

/// All maps, in the order to offer them.
inline constexpr std::array colourMaps{ColourMap::Magma,   ColourMap::Viridis, ColourMap::Cividis,
                                       ColourMap::Inferno, ColourMap::Grey,    ColourMap::InvertedGrey};

/// The name that settings and options use: magma, viridis, cividis, inferno, grey, inverted-grey.
std::string_view colourMapName(ColourMap map);

/// The map of that name; InvalidArgument, listing the names, where there is none.
Result<ColourMap> colourMapNamed(std::string_view name);

/// The colours of a map, for a look-up table of one's own; lives as long as the program.
const ColourTable& colourTable(ColourMap map);

/// The colour of `value`, 0 (silence) to 1 (full level) in 256 equal steps; outside values take the nearer end,
/// NaN the lower one.
Colour colourOf(ColourMap map, float value);

} // namespace sonoloom
