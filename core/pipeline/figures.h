// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/dsp/reconstruct.h"

#include <string>

namespace sonoloom
{

/// How true a reconstruction is, measured against the original below the images' top frequency.
struct Figures {
    /// img: mean difference in 8-bit levels (power 0.25, the loudest cell darkest) between the images and those that the
    /// result would give.
    double imageError = 0;
    double spectralConvergenceDb = 0; ///< 20 log10(||M1 - M2|| / ||M1||) of STFT magnitudes; lower is truer
    double logSpectralDistanceDb = 0; ///< root mean square difference in dB, floor 80 dB under the maximum
    double levelDifferenceDb = 0;     ///< energy of the result's STFT against the original's
    double seconds = 0;
    double rounds = 0; ///< of refinement that the result took, mean over the timeline
};

/// `original` with the sample rate and the channels of `result`, so that the two can be compared.
Result<Audio> matchedTo(Audio original, const Audio& result);

/// Compares two sounds of the same rate and channel count over their common length, below `topHz`, at frames of
/// 400 ms, windows of 100 ms, hops of 10 ms. Only levels are compared: phase is not heard in such measures.
/// imageError is left 0. Ratios that would be infinite (silence) are bounded by 160 dB.
/// Errors: InvalidArgument (rates or channels that differ), Cancelled.
Result<Figures> compareSounds(const Audio& original, const Audio& result, double topHz, int threads,
                              JobMonitor& monitor);

/// Figures::imageError of a sound (full scale +-1) found from the magnitudes of `mel` (int16 scale).
/// Errors: Cancelled, what `mel` reports.
Result<double> imageErrorOf(const Audio& result, MagnitudeSource& mel, const MelAnalysis& analysis, int threads,
                            JobMonitor& monitor);

std::string figuresToJson(const Figures& figures);

} // namespace sonoloom
