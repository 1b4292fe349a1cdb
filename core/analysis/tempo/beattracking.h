// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sonoloom
{

/// What a chain of beats is judged by.
struct BeatTrackingParams {
    double period = 50;     ///< frames from beat to beat that cost nothing, >= 1
    double tightness = 100; ///< cost of another distance d: tightness * ln(d / period)^2
    bool toTheEnd = false;  ///< on through silence to where the sound ends, as the paper and librosa do
};

/// The chain of frames, half to two periods apart, with the greatest sum of `scores` less the cost of its distances.
/// @param scores one a frame, about 1 at a usual onset
/// @return frames, ascending; none if no score is above 0; Cancelled
/// Source: Ellis, "Beat tracking by dynamic programming", Journal of New Music Research 36(1), 2007, sections 2 and 3.
Result<std::vector<std::size_t>> trackBeats(std::span<const float> scores, const BeatTrackingParams& params,
                                            JobMonitor& monitor);

} // namespace sonoloom
