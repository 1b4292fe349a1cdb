// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>
#include <span>

namespace sonoloom
{

/// The best agreement of two signals over all offsets.
struct CorrelationPeak {
    std::ptrdiff_t offset = 0; ///< sample i of the first is sample i + offset of the second
    bool inverted = false;
    double overNoise = 0;      ///< the peak over the root mean square of the correlation at all offsets
    double overSecond = 0;     ///< the peak over the next one, at least `apart` samples away
};

/// Correlates the loudest pieces of the shorter signal with all of the longer one, each frequency having the same weight;
/// of several offsets that this leaves, as in music that repeats itself, takes the one where most of both agrees.
/// Silence has no peak (overNoise 0). Memory grows with the sum of the lengths, time with that of the longer.
/// @param apart samples, >= 1: so near to the peak its own slope lies
/// Errors: Cancelled.
Result<CorrelationPeak> whiteCorrelation(std::span<const float> first, std::span<const float> second, std::size_t apart,
                                         int threads, JobMonitor& monitor);

/// An offset to the sample and beyond, and how far the waves themselves agree there.
struct FineOffset {
    std::ptrdiff_t offset = 0;
    double fraction = 0; ///< of a sample
    /// Share of the pieces that were asked, 3 / 4 s long or less, whose own best offset is this one within a sample.
    double votes = 0;
    /// Height of the whitened correlation in the pieces, on average, as if they were 3 / 4 s long: 0.06 and more where
    /// waves are the same, filtered or with noise; less where they are alike by chance, as after phases were found anew,
    /// or under noise as loud as they are.
    double likeness = 0;
};

/// Refines an offset that is known to within `reach` samples. Errors: Cancelled.
Result<FineOffset> refinedOffset(std::span<const float> first, std::span<const float> second, std::ptrdiff_t offset,
                                 std::size_t reach, JobMonitor& monitor);

} // namespace sonoloom
