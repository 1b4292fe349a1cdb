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
    double imageError = 0;            ///< img: mean difference in 8-bit levels of the re-analysed result to the images
    double spectralConvergenceDb = 0; ///< 20 log10(||M1 - M2|| / ||M1||) of STFT magnitudes; lower is truer
    double logSpectralDistanceDb = 0; ///< root mean square difference in dB, floor 80 dB under the maximum
    double levelDifferenceDb = 0;     ///< RMS of the result against the original's
    double seconds = 0;
};

/// Compares two sounds of the same rate and channel count over their common length, below `topHz`.
/// Only levels are compared (phase is not heard in such measures); imageError is left 0.
Result<Figures> compareSounds(const Audio& original, const Audio& result, double topHz, int threads,
                              JobMonitor& monitor);

std::string figuresToJson(const Figures& figures);

} // namespace sonoloom
