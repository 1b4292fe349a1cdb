// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>

namespace sonoloom
{

/// What ai-music-generation makes of two sounds.
struct PeerCrossfade {
    Audio sound;
    std::ptrdiff_t shift = 0; ///< by which the second sound agrees best with the first, in samples
};

/// Moves the one that is too early by silence, cuts the other to its length, and adds the end of the first and the
/// beginning of the second, neither of them faded.
/// @param a, b of the same rate and channel count @param seconds both at most as long as both sounds after that
/// Errors: InvalidArgument (rates or channels that differ, a transition longer than a sound), Cancelled.
/// Source: mickets1/ai-music-generation. Golden case mickets.crossfade.
Result<PeerCrossfade> crossfadeAsPeer(const Audio& a, const Audio& b, double seconds, JobMonitor& monitor);

} // namespace sonoloom
