// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>
#include <span>

namespace sonoloom
{

/// The best agreement of the courses that levels take.
struct EnvelopePeak {
    double offsetSeconds = 0;  ///< what is at t in the first is at t + offsetSeconds in the second
    double agreement = 0;      ///< correlation of the envelopes over the overlap, up to 1
    double overSecond = 0;     ///< against the best agreement more than 50 ms away
};

/// Correlates the changes of level in bands from 100 Hz up, every 5 ms, of two signals of one low sample rate, at all
/// offsets where at least a fifth of the shorter one overlaps. Phases have no influence.
/// Errors: Cancelled.
Result<EnvelopePeak> envelopeCorrelation(std::span<const float> first, std::span<const float> second, double sampleRate,
                                         int threads, JobMonitor& monitor);

} // namespace sonoloom
