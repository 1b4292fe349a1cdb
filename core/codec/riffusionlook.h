// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/codec/codec.h"

namespace sonoloom
{

/// How the channels of a mel image lie in its colours.
enum class ColourLayout {
    Grey,   ///< one channel; R = G = B where there are colours
    Stereo, ///< R nearly 0, G left, B right
    Other,  ///< colourful: no mel image, or a spoiled one
};

/// Judges by the pixels alone, with room for the noise of JPEG and generators.
ColourLayout colourLayout(const Image& image);

/// Whether the image is one of Riffusion's, by record, EXIF or pixels.
Recognition recogniseRiffusion(const Image& image);

} // namespace sonoloom
