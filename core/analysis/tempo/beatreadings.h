// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tempo/onsetbands.h"

#include <array>
#include <span>
#include <vector>

namespace sonoloom
{

/// What a reading is judged by; the order is that of readingFeatureNames().
inline constexpr std::size_t readingFeatureCount = 46;
using ReadingFeatures = std::array<double, readingFeatureCount>;

/// For the table of the measurements.
std::span<const char* const, readingFeatureCount> readingFeatureNames();

/// One way to hear the beat of a sound: half or twice another one's tempo, or between its beats.
struct BeatReading {
    double bpm = 0;
    std::vector<double> beats; ///< frames of OnsetBands, ascending, at least 4
    ReadingFeatures features{};
    double pulse = 0; ///< correlation of onsets with themselves one, two or four beats later, up to 1
};

/// All readings from `leastBpm` to `greatestBpm` that the onsets' autocorrelation suggests, and those half, twice, a
/// third, thrice, two thirds and one and a half times as fast, each with its beats and with those between them.
/// @return none if there is no pulse; Cancelled
Result<std::vector<BeatReading>> beatReadings(const OnsetBands& onsets, double leastBpm, double greatestBpm,
                                              int threads, JobMonitor& monitor);

} // namespace sonoloom
