// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <optional>

namespace sonoloom
{

/// What imagePsnrDb gives for images that are equal.
inline constexpr double equalImagesPsnrDb = 100;

/// Peak signal-to-noise ratio over all samples of two images of the same size, channels and depth, in dB:
/// 20 log10(V / sqrt(mean square difference)), V being 255 or 65535; 100 for equal images.
/// @param threads 0: all; never changes a bit
double imagePsnrDb(const Image& a, const Image& b, int threads);

/// Structural similarity of the luminance of two images of the same size and depth, -1 to 1, 1 being equal: the mean over
/// all places of a Gaussian window of 11 x 11 pixels (sigma 1.5) that lies within the image, K1 = 0.01, K2 = 0.03.
/// Luminance is 0.299 R + 0.587 G + 0.114 B. Nothing for images with a side of less than 11 pixels.
/// @param threads 0: all; never changes a bit
/// Errors: Cancelled.
/// Source: Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment: from error visibility to structural similarity",
/// IEEE Trans. Image Processing 13(4), 2004.
Result<std::optional<double>> imageSimilarity(const Image& a, const Image& b, int threads, JobMonitor& monitor);

} // namespace sonoloom
