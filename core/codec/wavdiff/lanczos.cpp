// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/lanczos.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>

namespace sonoloom
{

namespace
{

constexpr int tapCount = 8;
constexpr std::size_t rowsAtOnce = 32;

/// Where one pixel of the result comes from: eight places of an axis and their weights.
struct Taps {
    std::array<int, tapCount> places;
    std::array<float, tapCount> weights;
};

double lanczos(double distance)
{
    if (std::abs(distance) < 1e-9)
        return 1.0;
    const double x = std::numbers::pi * distance;
    return 4.0 * std::sin(x) * std::sin(x / 4.0) / (x * x);
}

Taps tapsAt(double place, int length)
{
    const double floor = std::floor(place);
    Taps taps{};
    std::array<double, tapCount> weights{};
    double sum = 0;
    for (int i = 0; i < tapCount; ++i) {
        const double index = floor + i - 3;
        weights[static_cast<std::size_t>(i)] = lanczos(place - index);
        sum += weights[static_cast<std::size_t>(i)];
        taps.places[static_cast<std::size_t>(i)] = std::clamp(static_cast<int>(index), 0, length - 1);
    }
    for (std::size_t i = 0; i < tapCount; ++i)
        taps.weights[i] = static_cast<float>(weights[i] / sum);
    return taps;
}

std::vector<Taps> tapsOf(int from, int to)
{
    const double scale = static_cast<double>(from) / to;
    std::vector<Taps> taps;
    for (int i = 0; i < to; ++i)
        taps.push_back(tapsAt((i + 0.5) * scale - 0.5, from));
    return taps;
}

/// One row of the source at the new width.
void widenRow(const Image& image, int y, const std::vector<Taps>& taps, float* row)
{
    for (const Taps& tap : taps)
        for (int c = 0; c < image.channels; ++c) {
            float sum = 0;
            for (std::size_t i = 0; i < tapCount; ++i)
                sum += tap.weights[i] * static_cast<float>(image.at(tap.places[i], y, c));
            *row++ = sum;
        }
}

void forEachRow(std::size_t rows, int threads, const std::function<void(std::size_t)>& work)
{
    parallelFor((rows + rowsAtOnce - 1) / rowsAtOnce, threads, [&](std::size_t group) {
        for (std::size_t y = group * rowsAtOnce; y < std::min(rows, (group + 1) * rowsAtOnce); ++y)
            work(y);
    });
}

} // namespace

Image resizedByLanczos4(const Image& image, int width, int height, int threads)
{
    if (image.width == width && image.height == height)
        return image;
    const auto across = tapsOf(image.width, width);
    const auto down = tapsOf(image.height, height);
    const std::size_t stride = static_cast<std::size_t>(width) * static_cast<std::size_t>(image.channels);
    std::vector<float> wide(stride * static_cast<std::size_t>(image.height));
    forEachRow(static_cast<std::size_t>(image.height), threads, [&](std::size_t y) {
        widenRow(image, static_cast<int>(y), across, wide.data() + y * stride);
    });

    Image resized(width, height, image.channels, image.depth);
    resized.text = image.text;
    resized.exif = image.exif;
    const auto greatest = static_cast<float>(image.maxValue());
    forEachRow(static_cast<std::size_t>(height), threads, [&](std::size_t y) {
        const Taps& tap = down[y];
        for (std::size_t x = 0; x < stride; ++x) {
            float sum = 0;
            for (std::size_t i = 0; i < tapCount; ++i)
                sum += tap.weights[i] * wide[static_cast<std::size_t>(tap.places[i]) * stride + x];
            resized.samples[y * stride + x] = static_cast<std::uint16_t>(std::nearbyint(std::clamp(sum, 0.0f, greatest)));
        }
    });
    return resized;
}

} // namespace sonoloom
