// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/colourmap.h"

#include "core/io/colourmaptables.h"

#include <algorithm>
#include <string>

namespace sonoloom
{

namespace
{

using Tables = std::array<ColourTable, colourMaps.size()>;

std::uint8_t digit(char hex)
{
    return static_cast<std::uint8_t>(hex <= '9' ? hex - '0' : hex - 'a' + 10);
}

ColourTable published(std::string_view hex)
{
    const auto byteAt = [hex](std::size_t at) {
        return static_cast<std::uint8_t>(digit(hex[at]) * 16 + digit(hex[at + 1]));
    };
    ColourTable table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = {byteAt(6 * i), byteAt(6 * i + 2), byteAt(6 * i + 4)};
    }
    return table;
}

ColourTable grey()
{
    ColourTable table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto level = static_cast<std::uint8_t>(i);
        table[i] = {level, level, level};
    }
    return table;
}

ColourTable invertedGrey()
{
    ColourTable table = grey();
    std::reverse(table.begin(), table.end());
    return table;
}

} // namespace

std::string_view colourMapName(ColourMap map)
{
    static constexpr std::array<std::string_view, colourMaps.size()> names{"magma",   "viridis", "cividis",
                                                                           "inferno", "grey",    "inverted-grey"};
    return names[static_cast<std::size_t>(map)];
}

Result<ColourMap> colourMapNamed(std::string_view name)
{
    std::string known;
    for (const ColourMap map : colourMaps) {
        if (colourMapName(map) == name) {
            return map;
        }
        known.append(known.empty() ? "" : ", ").append(colourMapName(map));
    }
    return Error{ErrorCode::InvalidArgument,
                 "There is no colour map '" + std::string(name) + "'; choose one of " + known + "."};
}

const ColourTable& colourTable(ColourMap map)
{
    static const Tables tables{published(magmaTable),   published(viridisTable), published(cividisTable),
                               published(infernoTable), grey(),                  invertedGrey()};
    return tables[static_cast<std::size_t>(map)];
}

Colour colourOf(ColourMap map, float value)
{
    const float steps = value > 0.0F ? std::min(value * 256.0F, 255.0F) : 0.0F;
    return colourTable(map)[static_cast<std::size_t>(steps)];
}

} // namespace sonoloom
