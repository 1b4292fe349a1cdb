// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/grid.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>
#include <span>

namespace sonoloom
{

/// Ratios that would be infinite (silence, equality) are bounded by this, either way.
inline constexpr double boundDb = 160;

/// How far spectrograms are from each other.
struct SpectralMeasures {
    double spectralConvergenceDb = 0; ///< 20 log10(||M1 - M2|| / ||M1||) of magnitudes; lower is truer
    double logSpectralDistanceDb = 0; ///< root mean square difference in dB, floor 80 dB under the maximum of M1
    double levelDifferenceDb = 0;     ///< energy of M2 against that of M1
};

/// Sums up the measures over magnitudes that come in parts: first all of the original, then pairs of both.
class MagnitudeComparison
{
public:
    /// @param threads 0: all; never changes a bit
    explicit MagnitudeComparison(int threads) : threads_(threads) {}

    /// Magnitudes of the original, to find its maximum.
    void look(const Grid<float>& original);
    /// Magnitudes of the same cells in both. All of the original must have been looked at.
    void add(const Grid<float>& original, const Grid<float>& result);
    SpectralMeasures measures() const;

private:
    struct Sums {
        double difference2 = 0;
        double original2 = 0;
        double result2 = 0;
        double logDistance2 = 0; ///< of natural logarithms
    };
    Sums sumsOf(std::span<const float> original, std::span<const float> result) const;

    int threads_;
    float maximum_ = 0;
    Sums sums_;
    std::size_t cells_ = 0;
};

/// Compares the levels of two sounds of the same rate and channel count over their common length, below `topHz`, at
/// frames of 400 ms, windows of 100 ms, hops of 10 ms.
/// @param threads 0: all; never changes a bit
/// Errors: InvalidArgument (rates or channels that differ), Unsupported (less than 100 Hz), Cancelled.
Result<SpectralMeasures> spectralMeasures(const Audio& original, const Audio& result, double topHz, int threads,
                                          JobMonitor& monitor);

/// Signal-to-noise ratio sample by sample over the common length of two sounds of the same rate and channel count, noise
/// being their difference: 10 log10(sum a^2 / sum (a - b)^2), bounded; 160 dB for equal sounds.
/// Errors: InvalidArgument (rates or channels that differ), Cancelled.
Result<double> signalToNoiseDb(const Audio& original, const Audio& result, JobMonitor& monitor);

/// By how much `result` is louder than `original`, as a factor of amplitude: what brings the magnitudes of `original`
/// nearest to those of `result` (least squares), whatever the phases; noise in `result` adds to it. 1 where either is
/// silent.
/// Errors: InvalidArgument (rates or channels that differ), Cancelled.
Result<double> gainBetween(const Audio& original, const Audio& result, int threads, JobMonitor& monitor);

/// The same for aligned waves, of either polarity: what brings the samples of `original` nearest to those of `result`,
/// whatever the noise. Never negative; 1 where either is silent or they have nothing in common.
/// Errors: InvalidArgument (rates or channels that differ), Cancelled.
Result<double> waveGainBetween(const Audio& original, const Audio& result, JobMonitor& monitor);

} // namespace sonoloom
