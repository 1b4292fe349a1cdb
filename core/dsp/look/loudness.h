// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/base/image.h"

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

/// Share of the pixels with much colour (a sixth of the range): a grey mel image has none, whatever JPEG and generators did.
double colouredShare(const Image& image);

/// The picture as a mel image's loudness: [height x width], top row first, 1 for black and 0 for white; of stereo the
/// channel that varies more, of other colours their mean.
Grid<float> loudnessOf(const Image& image);

} // namespace sonoloom
