// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/image.h"

#include <cstdint>

namespace sonoloom::corpus
{

inline constexpr int strengths = 3;

/// Faults that a clean picture can be given; TooManyBands lies in the parameters.
inline constexpr int spoilingFaults = static_cast<int>(Fault::TooManyBands);

/// The image with that fault. Texts stay. What a strength means is told in README.md of core/analysis.
/// @param strength 0 the least, 2 the greatest
Image spoiled(const Image& clean, Fault fault, int strength, std::uint64_t seed);

/// Bilinear, or bicubic (Catmull and Rom's) if `cubic`; shrinking takes the mean over the pixels that fall together.
Image scaled(const Image& image, int width, int height, bool cubic);

} // namespace sonoloom::corpus
