// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tempo/tempo.h"
#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/pipeline/crossfade/crossfadeparams.h"

#include <memory>
#include <string>
#include <vector>

namespace sonoloom
{

/// Tempo and beats of two sounds as they are.
struct FoundTempos {
    Tempo first;
    Tempo second;
};

/// Two sounds to fade.
struct FadeInputs {
    Audio first;
    Audio second;
    std::shared_ptr<const FoundTempos> tempos{}; ///< of an earlier fade of the two; null: not known yet
};

/// A transition between two sounds, and how it came about.
struct BeatFade {
    Audio sound;
    Tempo first;                                   ///< of the first sound; nothing where no beat was asked for
    Tempo second;                                  ///< of the second as it sounds in the result, stretched or not
    CrossfadeAlign aligned = CrossfadeAlign::None; ///< what it could be aligned by
    double fadeStart = 0;                          ///< seconds of the result
    double fadeSeconds = 0;
    double secondStart = 0; ///< seconds of the result at which the second sound's beginning lies, maybe negative
    double stretch = 1;     ///< by what the second sound's length was multiplied
    double gainDb = 0;      ///< of the second sound
    std::vector<std::string> findings; ///< what was found and done, a sentence each
    std::shared_ptr<const FoundTempos> tempos; ///< before anything was stretched; null where no beat was asked for
};

/// Lets the first sound give way to the second: the same rate (the higher) and channels for both, tempo and beats, the second's
/// beats stretched to the first's tempo and laid on its beats or bars, its loudness brought to the first's, the
/// transition as late in the first and as early in the second as it can be. Where something cannot be done (no beats,
/// no bars, silence), the next simpler is, and a finding says so.
/// @param threads 0: all; never changes a bit
/// Errors: InvalidArgument (params out of range, a sound without samples, a transition longer than a sound), Cancelled.
Result<BeatFade> beatFade(FadeInputs sounds, const CrossfadeParams& params, int threads, JobMonitor& monitor);

/// The same as ai-music-generation does it: aligned by correlation, added without a fade; 0.3 s where `params` says 0.
/// Errors: as beatFade.
Result<BeatFade> beatFadeAsPeer(FadeInputs sounds, const CrossfadeParams& params, JobMonitor& monitor);

} // namespace sonoloom
