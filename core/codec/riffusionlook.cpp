// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusionlook.h"

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

Recognition recogniseRiffusion(const Image& image)
{
    std::vector<std::string> notices;
    if (const auto record = recordOfImage(image, notices)) {
        if (record->format == "riffusion")
            return {1.0, "carries a Sonoloom record"};
        if (record->format.empty())
            return {0.95, "carries riffusion-hobby's EXIF tags"};
        return {0.0, "carries a record of the format '" + record->format + "'"};
    }
    if (image.height > 4096)
        return {0.1, "is higher than any mel spectrogram"};
    switch (colourLayout(image)) {
    case ColourLayout::Stereo:
        return {0.65, "has no red, as a stereo mel image"};
    case ColourLayout::Grey:
        return image.height == 512 ? Recognition{0.7, "is grey and 512 pixels high, as a mel image"}
                                   : Recognition{0.6, "is grey, as a mel image"};
    case ColourLayout::Other:
        break;
    }
    return {0.2, "is colourful, which no mel image is"};
}

} // namespace sonoloom
