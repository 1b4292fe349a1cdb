// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionshape.h"
#include "core/pipeline/displayspectrogram.h"

#include <vector>

namespace sonoloom
{

/// The way of the partial at a place, in both directions as long as it is not much softer than there, in order of time; at
/// least two points. Where there is no peak nearby, the place's frequency is taken as it is.
/// @param spectrogram with at least one column
std::vector<RegionPoint> partialAt(const DisplaySpectrogram& spectrogram, const RegionPoint& place);

} // namespace sonoloom
