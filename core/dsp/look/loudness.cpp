// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/look/loudness.h"

#include <algorithm>
#include <cstdlib>

namespace sonoloom
{

namespace
{

/// Mean colours of an image and how far they lie apart, as fractions of the greatest value.
struct ColourFigures {
    double red = 0;
    double others = 0;
    double difference = 0; ///< mean of |R-G| and |G-B|
};

ColourFigures colourFigures(const Image& image)
{
    double red = 0;
    double others = 0;
    double difference = 0;
    const auto step = static_cast<std::size_t>(image.channels);
    for (std::size_t i = 0; i + step <= image.samples.size(); i += step) {
        const int r = image.samples[i];
        const int g = image.samples[i + 1];
        const int b = image.samples[i + 2];
        red += r;
        others += (g + b) * 0.5;
        difference += (std::abs(r - g) + std::abs(g - b)) * 0.5;
    }
    const double scale = static_cast<double>(image.maxValue()) * static_cast<double>(image.samples.size() / step);
    return {red / scale, others / scale, difference / scale};
}

double variance(const Image& image, int channel)
{
    double sum = 0;
    double squares = 0;
    const auto step = static_cast<std::size_t>(image.channels);
    for (std::size_t i = static_cast<std::size_t>(channel); i < image.samples.size(); i += step) {
        const double value = image.samples[i];
        sum += value;
        squares += value * value;
    }
    const auto count = static_cast<double>(image.samples.size() / step);
    return squares / count - (sum / count) * (sum / count);
}

/// The channel to take, or -1 for the mean of three.
int channelToTake(const Image& image)
{
    if (image.channels < 3)
        return 0;
    switch (colourLayout(image)) {
    case ColourLayout::Grey: return 0;
    case ColourLayout::Stereo: return variance(image, 1) >= variance(image, 2) ? 1 : 2;
    case ColourLayout::Other: break;
    }
    return -1;
}

} // namespace

ColourLayout colourLayout(const Image& image)
{
    if (image.channels < 3)
        return ColourLayout::Grey;
    const ColourFigures figures = colourFigures(image);
    if (figures.red <= 0.02 && figures.others > figures.red + 0.02)
        return ColourLayout::Stereo;
    return figures.difference <= 0.04 ? ColourLayout::Grey : ColourLayout::Other;
}

double colouredShare(const Image& image)
{
    const int much = image.maxValue() / 6;
    std::size_t coloured = 0;
    for (std::size_t i = 0; image.channels >= 3 && i < image.samples.size(); i += static_cast<std::size_t>(image.channels)) {
        const auto [least, greatest] = std::minmax({image.samples[i], image.samples[i + 1], image.samples[i + 2]});
        coloured += greatest - least > much ? 1 : 0;
    }
    return static_cast<double>(coloured) / (static_cast<double>(image.width) * image.height);
}

Grid<float> loudnessOf(const Image& image)
{
    Grid<float> loudness(static_cast<std::size_t>(image.height), static_cast<std::size_t>(image.width));
    const int channel = channelToTake(image);
    const auto step = static_cast<std::size_t>(image.channels);
    const float scale = 1.0F / static_cast<float>(image.maxValue());
    std::size_t at = 0;
    for (float& cell : loudness.cells()) {
        const float value = channel >= 0 ? static_cast<float>(image.samples[at + static_cast<std::size_t>(channel)])
                                         : static_cast<float>(image.samples[at] + image.samples[at + 1] + image.samples[at + 2]) / 3;
        cell = 1.0F - scale * value;
        at += step;
    }
    return loudness;
}

} // namespace sonoloom
