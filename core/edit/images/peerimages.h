// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/base/result.h"

#include <span>
#include <utility>

namespace sonoloom
{

/// ai-music-generation's blend of two images: both with the region in them, their lowest rows cut so that the height is
/// a multiple of `bands`. The last `region` columns of `a` and the first of `b` become a A + (1 - a) B, a = (1 - cos(pi
/// t)) / 2, t from 0 to 1: it begins with B and ends with A again; bands change nothing else.
/// @param a, b 8-bit RGB of one height @param region, bands at least 1
/// Errors: InvalidArgument (heights that differ, more bands than rows, a region wider than an image).
/// Source: mickets1/ai-music-generation. Golden cases mickets.blend.
Result<std::pair<Image, Image>> blendAsPeer(const Image& a, const Image& b, int region, int bands);

/// 8-bit RGB images side by side, each stretched to the height of the tallest.
/// @param images at least one
/// Source: mickets1/ai-music-generation with Pillow's bicubic resampling (a = -1/2, fixed point). Golden case
/// mickets.concat.
Image concatAsPeer(std::span<const Image> images);

} // namespace sonoloom
