// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tempo/onsetbands.h"

#include <cstddef>
#include <vector>

namespace sonoloom
{

/// How beats group into bars.
struct Bars {
    int beatsPerBar = 0;   ///< 3 or 4; 0 where it cannot be told
    std::size_t first = 0; ///< index of the first beat that begins a bar
    double confidence = 0; ///< 0 to 1, against the other groupings
};

/// Guesses the bars: harmonies change and basses sound where they begin, and high drums more often do not.
/// @param beats frames of `onsets`, ascending
Bars barsOf(const std::vector<double>& beats, const OnsetBands& onsets);

} // namespace sonoloom
