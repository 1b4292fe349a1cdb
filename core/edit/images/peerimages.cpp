// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/peerimages.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr int weightBits = 22; // of Pillow's fixed point for 8-bit images

Image cutTo(const Image& image, int height)
{
    Image cut(image.width, height, image.channels, image.depth);
    std::copy_n(image.samples.begin(), cut.samples.size(), cut.samples.begin());
    return cut;
}

/// The peer keeps its weights as single floats, which decides what lies between two levels.
float weightAt(int column, int region)
{
    const double place = region > 1 ? static_cast<double>(column) / (region - 1) : 0;
    return static_cast<float>((1 - std::cos(std::numbers::pi * place)) / 2);
}

double cubic(double distance)
{
    const double x = std::abs(distance);
    if (x < 1)
        return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

/// The rows that one row of a stretched image is made of.
struct Taps {
    int first = 0;
    std::vector<std::int64_t> weights;
};

/// Upward only: the kernel is as wide as the source's own rows.
Taps tapsOf(int row, int from, int to)
{
    const double centre = (row + 0.5) * from / to;
    Taps taps{std::max(0, static_cast<int>(centre - 2 + 0.5)), {}};
    const int end = std::min(from, static_cast<int>(centre + 2 + 0.5));
    std::vector<double> weights;
    double sum = 0;
    for (int y = taps.first; y < end; ++y) {
        weights.push_back(cubic(y - centre + 0.5));
        sum += weights.back();
    }
    for (const double weight : weights)
        taps.weights.push_back(std::llround(weight / sum * (1 << weightBits)));
    return taps;
}

/// Writes `image` into `out` from column `x` on, as high as that is.
void layStretched(const Image& image, Image& out, int x)
{
    for (int y = 0; y < out.height; ++y) {
        const Taps taps = image.height == out.height ? Taps{y, {1 << weightBits}} : tapsOf(y, image.height, out.height);
        for (int i = 0; i < image.width; ++i)
            for (int c = 0; c < 3; ++c) {
                std::int64_t sum = 1 << (weightBits - 1);
                for (std::size_t t = 0; t < taps.weights.size(); ++t)
                    sum += taps.weights[t] * image.at(i, taps.first + static_cast<int>(t), c);
                out.at(x + i, y, c) = static_cast<std::uint16_t>(std::clamp<std::int64_t>(sum >> weightBits, 0, 255));
            }
    }
}

Result<void> checkBlend(const Image& a, const Image& b, int region, int bands)
{
    if (a.height != b.height)
        return Error{ErrorCode::InvalidArgument, "The images are " + std::to_string(a.height) + " and " +
                                                     std::to_string(b.height) +
                                                     " pixels high; give two of the same height."};
    if (bands < 1 || bands > a.height)
        return Error{ErrorCode::InvalidArgument, "'bands' is " + std::to_string(bands) + " but the images have " +
                                                     std::to_string(a.height) + " rows; give fewer bands."};
    if (region < 1 || region > std::min(a.width, b.width))
        return Error{ErrorCode::InvalidArgument, "'region' is " + std::to_string(region) +
                                                     " columns but the narrower image has " +
                                                     std::to_string(std::min(a.width, b.width)) + "; give fewer."};
    return {};
}

} // namespace

Result<std::pair<Image, Image>> blendAsPeer(const Image& a, const Image& b, int region, int bands)
{
    if (auto fits = checkBlend(a, b, region, bands); !fits)
        return fits.error();
    const int height = bands * (a.height / bands);
    std::pair made{cutTo(a, height), cutTo(b, height)};
    for (int i = 0; i < region; ++i) {
        const double weight = weightAt(i, region);
        for (int y = 0; y < height; ++y)
            for (int c = 0; c < a.channels; ++c) {
                const double mixed = weight * a.at(a.width - region + i, y, c) + (1 - weight) * b.at(i, y, c);
                const auto pixel = static_cast<std::uint16_t>(std::nearbyint(mixed)); // halves to even
                made.first.at(a.width - region + i, y, c) = pixel;
                made.second.at(i, y, c) = pixel;
            }
    }
    return made;
}

Image concatAsPeer(std::span<const Image> images)
{
    int width = 0;
    for (const Image& image : images)
        width += image.width;
    Image out(width, std::ranges::max(images, {}, &Image::height).height, 3);
    int x = 0;
    for (const Image& image : images) {
        layStretched(image, out, x);
        x += image.width;
    }
    return out;
}

} // namespace sonoloom
