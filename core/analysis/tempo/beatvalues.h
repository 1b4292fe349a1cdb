// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tempo/onsetbands.h"

#include <cstddef>
#include <span>
#include <vector>

/// What happens on each beat.
namespace sonoloom
{

/// The greatest of `values` within `reach` frames around `frame`; 0 outside.
double strongestNear(std::span<const float> values, double frame, std::ptrdiff_t reach);

/// How far around its place a beat is heard, in frames. @param period frames
std::ptrdiff_t beatReach(double period);

/// How much harmonies differ before and after the places a share of a beat behind each beat, 0 to 1: one value for each
/// beat but the first and the last two.
std::vector<double> toneChanges(const std::vector<double>& beats, const OnsetBands& onsets, double share);

} // namespace sonoloom
