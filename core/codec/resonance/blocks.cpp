// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/blocks.h"

#include <algorithm>

namespace sonoloom
{

BlockGrid gridOf(int width, int height, int expansion)
{
    return {width / expansion, height / expansion, static_cast<double>(expansion), static_cast<double>(expansion)};
}

BlockGrid gridIn(const Image& image, const ResonanceParams& drawn)
{
    BlockGrid grid = gridOf(drawn.width, drawn.height, drawn.expansion);
    grid.stepX *= static_cast<double>(image.width) / drawn.width;
    grid.stepY *= static_cast<double>(image.height) / drawn.height;
    return grid;
}

Image asRgb8(const Image& image)
{
    Image rgb(image.width, image.height, 3);
    const int shift = image.depth == 16 ? 8 : 0;
    const auto step = static_cast<std::size_t>(image.channels);
    for (std::size_t i = 0; i < rgb.samples.size() / 3; ++i)
        for (std::size_t c = 0; c < 3; ++c)
            rgb.samples[3 * i + c] = static_cast<std::uint16_t>(image.samples[step * i + (step >= 3 ? c : 0)] >> shift);
    return rgb;
}

Image drawBytes(std::span<const std::uint8_t> bytes, const ResonanceParams& params)
{
    const BlockGrid grid = gridOf(params.width, params.height, params.expansion);
    Image image(params.width, params.height, 3);
    const auto rowSamples = static_cast<std::size_t>(image.width) * 3;
    for (int y = 0; y < grid.rows; ++y) {
        const auto first = image.samples.begin() + static_cast<std::ptrdiff_t>(rowSamples) * grid.top(y);
        const std::size_t place = static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.columns) * 3;
        if (place >= bytes.size())
            break;
        const auto row = bytes.subspan(place, std::min(static_cast<std::size_t>(grid.columns) * 3, bytes.size() - place));
        for (std::size_t i = 0; i < row.size(); ++i)
            for (int x = 0; x < params.expansion; ++x)
                first[(static_cast<std::ptrdiff_t>(i / 3) * params.expansion + x) * 3 + static_cast<std::ptrdiff_t>(i % 3)] = row[i];
        for (int copy = 1; copy < params.expansion; ++copy)
            std::copy_n(first, rowSamples, first + static_cast<std::ptrdiff_t>(rowSamples) * copy);
    }
    return image;
}

std::vector<std::uint8_t> topLeftBytes(const Image& image, const BlockGrid& grid)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve(grid.blocks() * 3);
    for (int y = 0; y < grid.rows; ++y)
        for (int x = 0; x < grid.columns; ++x)
            for (int c = 0; c < 3; ++c)
                bytes.push_back(static_cast<std::uint8_t>(image.at(grid.left(x), grid.top(y), c)));
    return bytes;
}

} // namespace sonoloom
