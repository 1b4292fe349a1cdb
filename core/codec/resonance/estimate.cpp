// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/estimate.h"

#include <algorithm>

namespace sonoloom
{

std::vector<std::uint8_t> estimateBytes(const Image& image, const BlockGrid& grid)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve(grid.blocks() * 3);
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column)
            for (int c = 0; c < 3; ++c) {
                int least = 255;
                int greatest = 0;
                for (int y = grid.top(row); y < std::max(grid.top(row) + 1, grid.top(row + 1)); ++y)
                    for (int x = grid.left(column); x < std::max(grid.left(column) + 1, grid.left(column + 1)); ++x) {
                        least = std::min<int>(least, image.at(x, y, c));
                        greatest = std::max<int>(greatest, image.at(x, y, c));
                    }
                bytes.push_back(static_cast<std::uint8_t>((least + greatest + 1) / 2));
            }
    return bytes;
}

} // namespace sonoloom
