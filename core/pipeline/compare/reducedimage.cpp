// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/compare/reducedimage.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

/// So many pixels of a side share one of the smaller picture.
int factorOf(int side, int longestSide)
{
    return (side + longestSide - 1) / longestSide;
}

/// Pixels from `left` and `top` to `right` and `bottom`, these not included.
struct Block {
    int left;
    int top;
    int right;
    int bottom;
};

double sampleOf(const Image& image, const Block& block, int channel, Shrink shrink)
{
    double sum = 0;
    double greatest = 0;
    for (int y = block.top; y < block.bottom; ++y)
        for (int x = block.left; x < block.right; ++x) {
            const double value = image.at(x, y, channel);
            sum += value;
            greatest = std::max(greatest, value);
        }
    return shrink == Shrink::Greatest ? greatest : sum / ((block.right - block.left) * (block.bottom - block.top));
}

} // namespace

Image reducedImage(const Image& image, int longestSide, Shrink shrink, bool keepShape)
{
    int across = factorOf(image.width, longestSide);
    int down = factorOf(image.height, longestSide);
    if (keepShape)
        across = down = std::max(across, down);
    Image out((image.width + across - 1) / across, (image.height + down - 1) / down, 3);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const Block block{x * across, y * down, std::min((x + 1) * across, image.width),
                              std::min((y + 1) * down, image.height)};
            for (int c = 0; c < 3; ++c) {
                const double sample = sampleOf(image, block, image.channels == 1 ? 0 : c, shrink);
                out.at(x, y, c) = static_cast<std::uint16_t>(sample * 255 / image.maxValue() + 0.5);
            }
        }
    return out;
}

} // namespace sonoloom
