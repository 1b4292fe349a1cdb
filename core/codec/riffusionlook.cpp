// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusionlook.h"

namespace sonoloom
{

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
