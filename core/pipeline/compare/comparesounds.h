// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alignment.h"
#include "core/analysis/loudness.h"
#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/pipeline/compare/compareparams.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace sonoloom
{

/// Two sounds beside each other, and how far they are apart.
struct SoundComparison {
    /// What both have in common in time, at the higher of their rates and the smaller of their channel counts, of one
    /// length: the offset taken out of the second, and its level where that was asked for.
    std::shared_ptr<const Audio> a;
    std::shared_ptr<const Audio> b;
    std::shared_ptr<const Audio> difference; ///< a - b

    std::vector<std::string> conversions; ///< what was changed for it, a sentence each; empty for equal rates and channels
    Alignment alignment;       ///< by Nothing where it was not asked for; samples at the rate of `a`
    std::size_t firstA = 0;    ///< sample of the whole first sound, at the rate of `a`, that `a` begins with
    std::size_t firstB = 0;
    double secondsA = 0;       ///< of the whole sounds
    double secondsB = 0;
    double gainDb = 0;         ///< by how much the second sound is louder
    Loudness loudnessA;        ///< of the whole sounds as they were given
    Loudness loudnessB;

    double snrDb = 0;          ///< of `b` against `a`, sample by sample: also phases count
    double spectralConvergenceDb = 0; ///< as Figures
    double logSpectralDistanceDb = 0;

    double offsetSeconds() const;
};

/// Compares `second` with the original `first`.
///
/// Sounds without anything in common are compared from their beginnings, with a notice. Takes about three times the
/// memory of the longer sound beside both.
/// @param threads 0: all; never changes a bit
/// Errors: InvalidArgument (no samples in one, params out of range), Unsupported (less than 100 Hz), Cancelled.
Result<SoundComparison> compareTwoSounds(Audio first, Audio second, const CompareParams& params, int threads,
                                         JobMonitor& monitor);

} // namespace sonoloom
