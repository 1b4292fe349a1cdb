// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

#include <string>
#include <vector>

namespace sonoloom
{

/// Two images that can be compared sample by sample.
struct MatchedImages {
    Image a;
    Image b; ///< of the same size, channels (1 or 3) and depth
    bool resized = false;
    std::vector<std::string> conversions; ///< what was changed for it, a sentence each
};

/// Brings `second` to the size of `first` (Lanczos-4, as wav_diff), and both to the greater number of colours and bits;
/// alpha is left out. Texts and EXIF stay.
/// @param threads 0: all; never changes a bit
MatchedImages matchedImages(Image first, Image second, int threads);

/// |a - b| times `gain`, rounded and cut off at the greatest value, of images that match.
Image differenceImage(const Image& a, const Image& b, double gain);

} // namespace sonoloom
