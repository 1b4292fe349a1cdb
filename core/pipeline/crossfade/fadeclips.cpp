// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/crossfade/fadeclips.h"

#include <algorithm>

namespace sonoloom
{

Result<Sequence> clipsOf(const BeatFade& fade, const std::filesystem::path& first, const std::filesystem::path& second)
{
    if (fade.stretch != 1)
        return Error{ErrorCode::Unsupported,
                     "The second sound was stretched, which a clip cannot be; save the transition as a sound, and add that."};
    SequenceClip ends{first};
    ends.to = fade.fadeStart + fade.fadeSeconds;
    ends.transition = fade.fadeSeconds > 0 ? ClipTransition::Power : ClipTransition::Cut;
    ends.transitionSeconds = fade.fadeSeconds;
    SequenceClip begins{second};
    begins.from = std::max(0.0, fade.fadeStart - fade.secondStart);
    begins.gainDb = fade.gainDb;
    return Sequence{ends, begins};
}

} // namespace sonoloom
