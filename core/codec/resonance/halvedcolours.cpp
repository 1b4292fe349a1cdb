// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/halvedcolours.h"

#include "core/base/grid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sonoloom
{

namespace
{

using Plane = Grid<float>; // [rows x columns]

constexpr int sharpenings = 12;

/// JFIF's luma and colour differences, these without their offset of 128.
std::array<float, 3> differencesOf(float red, float green, float blue)
{
    const float luma = 0.299f * red + 0.587f * green + 0.114f * blue;
    return {luma, (blue - luma) / 1.772f, (red - luma) / 1.402f};
}

std::uint8_t levelOf(float value)
{
    return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0l, 255l));
}

std::array<Plane, 3> planesOf(const Image& image)
{
    const auto width = static_cast<std::size_t>(image.width);
    const auto height = static_cast<std::size_t>(image.height);
    std::array<Plane, 3> planes{Plane(height, width), Plane(height, width), Plane(height, width)};
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint16_t* pixel = &image.samples[(y * width + x) * 3];
            const auto values = differencesOf(pixel[0], pixel[1], pixel[2]);
            for (std::size_t c = 0; c < 3; ++c)
                planes[c](y, x) = values[c];
        }
    return planes;
}

/// Means of 2 x 2.
Plane halved(const Plane& plane)
{
    Plane half((plane.rows() + 1) / 2, (plane.columns() + 1) / 2);
    for (std::size_t y = 0; y < half.rows(); ++y)
        for (std::size_t x = 0; x < half.columns(); ++x) {
            const std::size_t below = std::min(2 * y + 1, plane.rows() - 1);
            const std::size_t right = std::min(2 * x + 1, plane.columns() - 1);
            half(y, x) = (plane(2 * y, 2 * x) + plane(2 * y, right) + plane(below, 2 * x) + plane(below, right)) / 4;
        }
    return half;
}

/// What libjpeg makes of a halved plane.
Plane doubled(const Plane& half, std::size_t rows, std::size_t columns)
{
    const auto neighbour = [](std::size_t at, std::size_t count) {
        const std::size_t own = at / 2;
        return at % 2 == 1 ? std::min(own + 1, count - 1) : own - (own > 0 ? 1 : 0);
    };
    Plane plane(rows, columns);
    for (std::size_t y = 0; y < rows; ++y) {
        const std::size_t otherY = neighbour(y, half.rows());
        for (std::size_t x = 0; x < columns; ++x) {
            const std::size_t otherX = neighbour(x, half.columns());
            plane(y, x) = (9 * half(y / 2, x / 2) + 3 * half(y / 2, otherX) + 3 * half(otherY, x / 2) + half(otherY, otherX)) / 16;
        }
    }
    return plane;
}

/// The halved plane that doubled() made this of, by going back the difference again and again.
Plane sharpened(const Plane& plane)
{
    const Plane seen = halved(plane);
    Plane half = seen;
    for (int i = 0; i < sharpenings; ++i) {
        const Plane again = halved(doubled(half, plane.rows(), plane.columns()));
        for (std::size_t k = 0; k < half.cells().size(); ++k)
            half.cells()[k] += seen.cells()[k] - again.cells()[k];
    }
    return half;
}

/// The mean over a block. @param scale pixels of the image along the side of one of the plane
float blockMean(const Plane& plane, const BlockGrid& grid, int row, int column, int scale)
{
    const auto inner = [scale](int from, int to) { // whole pixels of the plane, one at least
        const int first = (from + scale - 1) / scale;
        return std::pair(std::min(first, from / scale + (to - from) / (2 * scale)), std::max(first + 1, to / scale));
    };
    const auto [top, bottom] = inner(grid.top(row), grid.top(row + 1));
    const auto [left, right] = inner(grid.left(column), grid.left(column + 1));
    float sum = 0;
    int count = 0;
    for (int y = top; y < std::min<int>(bottom, static_cast<int>(plane.rows())); ++y)
        for (int x = left; x < std::min<int>(right, static_cast<int>(plane.columns())); ++x, ++count)
            sum += plane(static_cast<std::size_t>(y), static_cast<std::size_t>(x));
    return count > 0 ? sum / static_cast<float>(count) : 0.0f;
}

/// The blocks as they were drawn, colour differences only.
std::array<Plane, 3> drawn(std::span<const std::uint8_t> bytes, const BlockGrid& grid, const Image& like)
{
    Image image(like.width, like.height, 3);
    for (int y = 0; y < std::min(like.height, grid.top(grid.rows)); ++y)
        for (int x = 0; x < std::min(like.width, grid.left(grid.columns)); ++x) {
            const auto block = static_cast<std::size_t>(y / static_cast<int>(grid.stepY)) * static_cast<std::size_t>(grid.columns) +
                               static_cast<std::size_t>(x / static_cast<int>(grid.stepX));
            for (int c = 0; c < 3; ++c)
                image.at(x, y, c) = bytes[3 * block + static_cast<std::size_t>(c)];
        }
    return planesOf(image);
}

double distance(const Plane& a, const Plane& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.cells().size(); ++i)
        sum += static_cast<double>(a.cells()[i] - b.cells()[i]) * (a.cells()[i] - b.cells()[i]);
    return sum;
}

} // namespace

std::optional<std::vector<std::uint8_t>> estimateHalvedColours(const Image& image, const BlockGrid& grid,
                                                               std::span<const std::uint8_t> even)
{
    if (grid.stepX != std::floor(grid.stepX) || grid.stepY != std::floor(grid.stepY) || grid.stepX < 2 || grid.stepY < 2)
        return std::nullopt;
    const auto seen = planesOf(image);
    const Plane blue = sharpened(seen[1]);
    const Plane red = sharpened(seen[2]);
    std::vector<std::uint8_t> bytes;
    bytes.reserve(even.size());
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const float luma = blockMean(seen[0], grid, row, column, 1);
            const float b = 1.772f * blockMean(blue, grid, row, column, 2);
            const float r = 1.402f * blockMean(red, grid, row, column, 2);
            bytes.push_back(levelOf(luma + r));
            bytes.push_back(levelOf(luma - (0.114f * b + 0.299f * r) / 0.587f));
            bytes.push_back(levelOf(luma + b));
        }
    const auto smooth = drawn(bytes, grid, image);
    const auto sharp = drawn(even, grid, image);
    double smoothDistance = 0;
    double sharpDistance = 0;
    for (const std::size_t c : {1u, 2u}) {
        smoothDistance += distance(seen[c], doubled(halved(smooth[c]), seen[c].rows(), seen[c].columns()));
        sharpDistance += distance(seen[c], sharp[c]);
    }
    return smoothDistance < sharpDistance ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace sonoloom
