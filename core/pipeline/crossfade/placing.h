// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tempo/tempo.h"
#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/pipeline/crossfade/crossfadeparams.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sonoloom
{

/// Two sounds of one rate, and the beats that were found in them.
struct FadingSounds {
    const Audio& first;
    const Audio& second;
    const Tempo& firstTempo;
    const Tempo& secondTempo;
};

/// Where the second sound is laid and where the transition is.
struct Placing {
    CrossfadeAlign aligned = CrossfadeAlign::None;
    std::ptrdiff_t offset = 0; ///< sample of the first on which the second's first lies
    std::size_t fadeFirst = 0; ///< sample of the first
    std::size_t fadeCount = 0;
    bool inverted = false; ///< the second has the opposite polarity
    std::vector<std::string> findings;
};

/// Errors: InvalidArgument (the transition is longer than a sound, or than what both have in common), Cancelled.
Result<Placing> placeSounds(const FadingSounds& sounds, const CrossfadeParams& params, int threads,
                            JobMonitor& monitor);

} // namespace sonoloom
