// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/levels.h"

#include "core/dsp/look/loudness.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sonoloom
{

namespace
{

template <class Change>
void changeLevels(Image& image, int firstChannel, Change&& change)
{
    const int colours = std::min(image.channels, 3);
    for (std::size_t i = 0; i < image.samples.size(); ++i) {
        const int channel = static_cast<int>(i % static_cast<std::size_t>(image.channels));
        if (channel >= firstChannel && channel < colours)
            image.samples[i] = change(image.samples[i]);
    }
}

double catmullRom(double distance)
{
    const double d = std::abs(distance);
    if (d < 1)
        return (1.5 * d - 2.5) * d * d + 1;
    return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0.0;
}

/// The old pixels that make a new one, and their weights, which add up to 1.
struct Taps {
    int first;
    std::vector<double> weights;
};

std::vector<Taps> tapsFor(int from, int to)
{
    const double ratio = static_cast<double>(from) / to;
    const double reach = std::max(1.0, ratio);
    std::vector<Taps> all;
    for (int i = 0; i < to; ++i) {
        const double middle = (i + 0.5) * ratio - 0.5;
        Taps taps{static_cast<int>(std::ceil(middle - 2 * reach)), {}};
        double sum = 0;
        for (int k = taps.first; k <= static_cast<int>(std::floor(middle + 2 * reach)); ++k)
            sum += taps.weights.emplace_back(catmullRom((k - middle) / reach));
        for (double& weight : taps.weights)
            weight /= sum;
        all.push_back(std::move(taps));
    }
    return all;
}

std::uint16_t sampleOf(double value, int most)
{
    return static_cast<std::uint16_t>(std::clamp<double>(std::round(value), 0, most));
}

Image scaledAcross(const Image& image, int width)
{
    Image result(width, image.height, image.channels, image.depth);
    const auto taps = tapsFor(image.width, width);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < image.channels; ++c) {
                const Taps& tap = taps[static_cast<std::size_t>(x)];
                double sum = 0;
                for (int k = 0; k < std::ssize(tap.weights); ++k)
                    sum += tap.weights[static_cast<std::size_t>(k)] * image.at(std::clamp(tap.first + k, 0, image.width - 1), y, c);
                result.at(x, y, c) = sampleOf(sum, image.maxValue());
            }
    return result;
}

Image scaledDown(const Image& image, int height)
{
    Image result(image.width, height, image.channels, image.depth);
    const auto taps = tapsFor(image.height, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < image.channels; ++c) {
                const Taps& tap = taps[static_cast<std::size_t>(y)];
                double sum = 0;
                for (int k = 0; k < std::ssize(tap.weights); ++k)
                    sum += tap.weights[static_cast<std::size_t>(k)] * image.at(x, std::clamp(tap.first + k, 0, image.height - 1), c);
                result.at(x, y, c) = sampleOf(sum, image.maxValue());
            }
    return result;
}

} // namespace

Image invertedLevels(Image image)
{
    const int most = image.maxValue();
    changeLevels(image, 0, [most](std::uint16_t sample) { return static_cast<std::uint16_t>(most - sample); });
    return image;
}

Image flippedRows(const Image& image)
{
    Image flipped = image;
    const auto row = static_cast<std::ptrdiff_t>(image.width) * image.channels;
    for (std::ptrdiff_t y = 0; y < image.height; ++y)
        std::copy_n(image.samples.begin() + y * row, row, flipped.samples.begin() + (image.height - 1 - y) * row);
    return flipped;
}

Image stretchedLevels(Image image, double least, double greatest)
{
    const double most = image.maxValue();
    const double gain = 1 / (greatest - least);
    changeLevels(image, colourLayout(image) == ColourLayout::Stereo ? 1 : 0,
                 [&](std::uint16_t sample) { return sampleOf((sample - least * most) * gain, image.maxValue()); });
    return image;
}

Image scaledTo(const Image& image, int width, int height)
{
    Image result = image.width == width ? image : scaledAcross(image, width);
    if (image.height != height)
        result = scaledDown(result, height);
    result.text = image.text;
    result.exif = image.exif;
    return result;
}

} // namespace sonoloom
