// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/codec/resonance/resonance.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sonoloom
{

/// The blocks of an image, row by row from the top left; what is left at the right and below is black.
struct BlockGrid {
    int columns = 0;
    int rows = 0;
    double stepX = 1; ///< pixels from one block to the next; the expansion, but in images that were resized
    double stepY = 1;

    std::size_t blocks() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
    /// First pixel of block column or row `index`; that of the one behind the last is the end.
    int left(int index) const { return edge(index, stepX); }
    int top(int index) const { return edge(index, stepY); }
    bool operator==(const BlockGrid&) const = default;

private:
    static int edge(int index, double step) { return static_cast<int>(index * step + 0.5); }
};

/// The grid of an image of that size.
BlockGrid gridOf(int width, int height, int expansion);

/// The grid drawn at the parameters' size, in an image that may have been resized since.
BlockGrid gridIn(const Image& image, const ResonanceParams& drawn);

/// 8 bits, RGB, without alpha and texts.
Image asRgb8(const Image& image);

/// Three bytes a block as its red, green and blue; missing ones are 0.
/// @param bytes up to 3 * grid.blocks()
Image drawBytes(std::span<const std::uint8_t> bytes, const ResonanceParams& params);

/// Three bytes a block, those of its top left pixel, as the peer reads. @param image RGB, 8 bits
std::vector<std::uint8_t> topLeftBytes(const Image& image, const BlockGrid& grid);

} // namespace sonoloom
