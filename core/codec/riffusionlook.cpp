// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusionlook.h"

#include "core/dsp/look/soundlook.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int highest = 4096;      ///< as many bands as a mel image may have
constexpr double likelyInverted = 0.7;
constexpr double likelyFlipped = 0.88;
constexpr double mostByLook = 0.97;
constexpr double mostInStereo = 0.85; ///< magnitude and phase of a sparse sound has no red either

/// How it lies, in front of "as a mel image".
std::string lying(const SoundLook& look)
{
    std::string words = look.flipped > likelyFlipped ? ", upside down" : "";
    return words + (look.inverted > likelyInverted ? ", inverted" : "");
}

/// Judges what has the colours of a mel image by its texture.
Recognition byTexture(const Image& image, const std::string& colours, double most)
{
    const auto figures = lookFigures(loudnessOf(image));
    if (!figures)
        return {0.55, colours + ", but too even or too small to tell a mel image by"};
    const SoundLook look = soundLook(*figures);
    if (look.likelihood < 0.5)
        return {look.likelihood, colours + ", but has not the texture of a spectrogram"};
    return {std::min(look.likelihood, most), colours + " and has the texture of a mel image" + lying(look)};
}

} // namespace

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
    if (image.height > highest)
        return {0.1, "is higher than any mel spectrogram"};
    switch (colourLayout(image)) {
    case ColourLayout::Stereo: return byTexture(image, "has no red", mostInStereo);
    case ColourLayout::Grey:
        if (colouredShare(image) > 0.003)
            return {0.2, "has colours, which no mel image has"};
        return byTexture(image, "is grey", mostByLook);
    case ColourLayout::Other: break;
    }
    return {0.2, "is colourful, which no mel image is"};
}

} // namespace sonoloom
