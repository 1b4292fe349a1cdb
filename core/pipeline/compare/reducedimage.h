// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

namespace sonoloom
{

/// What becomes of the pixels that share one in a smaller picture.
enum class Shrink { Mean, Greatest };

/// An image as 8-bit RGB to be seen, with sides of at most `longestSide` pixels: each axis is divided by the least whole
/// number that makes it fit, or, with `keepShape`, both by the same. Alpha is left out.
Image reducedImage(const Image& image, int longestSide, Shrink shrink, bool keepShape = false);

} // namespace sonoloom
