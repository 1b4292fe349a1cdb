// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>

namespace sonoloom
{

/// How one sound gives way to another.
enum class FadeCurve {
    Power,  ///< the same power all along, whatever the two have in common
    Linear, ///< gains add up to 1
    Bands,  ///< as Power, but high frequencies change over first and basses last, so that two basses never sound
            ///< together
};

/// Where two sounds lie and where they change over.
struct CrossfadePlan {
    std::ptrdiff_t offset = 0; ///< sample of the first sound on which sample 0 of the second lies; may be negative
    std::size_t first = 0;     ///< sample of the first sound on which the transition begins
    std::size_t count = 0;     ///< samples it takes; 0 is a cut
    FadeCurve curve = FadeCurve::Power;
    double secondGain = 1; ///< of the second sound, all along; negative turns its polarity
};

/// The first sound up to the transition, the second one from there on.
///
/// Before the transition samples are the first sound's own, behind it the second's times `secondGain`. The result
/// begins with the first sound's first sample and ends with the second's last. Where the two have waves in common, the
/// gains are lowered so that power stays the same.
/// @param b of the same rate and channel count
/// Errors: InvalidArgument (rates or channels that differ; a transition that is not within both), Cancelled.
Result<Audio> crossfade(const Audio& a, const Audio& b, const CrossfadePlan& plan, JobMonitor& monitor);

} // namespace sonoloom
