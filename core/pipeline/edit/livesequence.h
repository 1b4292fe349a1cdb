// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/dsp/reconstruct.h"
#include "core/pipeline/livedecoding.h"

#include <cstddef>

namespace sonoloom
{

/// Magnitudes that somebody listens to, and the sound they stand for.
struct LiveMel {
    MagnitudeSource& source; ///< on the int16 scale
    MelAnalysis analysis;
    std::size_t samples = 0; ///< length of the sound at the analysis' rate
};

/// Sounds magnitudes around the listener, however many there are: at once a quarter of a second from there, then growing
/// pieces, until `job.secondsAhead` sound; then it follows the listener until the monitor says cancelled. Memory is bounded.
///
/// Every piece has all that was heard in the last seconds and all that is ready, without a gap: it takes the place of the
/// piece before. Where one stretch of phases ends and the next begins, the two are cross-faded with equal power.
/// `job.sink` and `job.given` are not used. Errors: Cancelled, those of the source and of LiveSound.
Result<void> soundPieces(const LiveMel& mel, const LiveDecodingJob& job, const PieceSink& sink, JobMonitor& monitor);

} // namespace sonoloom
