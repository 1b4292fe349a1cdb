// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

namespace sonoloom
{

/// `image` at another size by 8 Lanczos taps (a = 4) an axis, pixel centres aligned, borders repeated, weights normalised,
/// no low-pass when it shrinks; results rounded and clamped. Texts and EXIF are kept. `threads` never changes a bit.
/// Source: OpenCV's cv::resize with INTER_LANCZOS4, which wav_diff uses. Golden case wavdiff.lanczos.
Image resizedByLanczos4(const Image& image, int width, int height, int threads);

} // namespace sonoloom
