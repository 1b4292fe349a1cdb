// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sonoloom
{

/// Frames firstFrame .. firstFrame + frames - 1 of a timeline whose sound ends with sample `lastSample` (at the
/// file's rate, counted from the centre of frame 0).
struct Block {
    std::int64_t firstFrame = 0;
    std::size_t frames = 0;
    std::int64_t lastSample = 0;
};

/// Sound of a block at the file's rate.
struct BlockSound {
    std::int64_t first = 0;       ///< sample of the timeline where it begins, maybe negative
    std::vector<float> samples;
    std::vector<float> distances; ///< of each frame: levelDistance (kernels.h) between its targets and what it came to

    float at(std::int64_t sample) const
    {
        const std::int64_t i = sample - first;
        return i >= 0 && i < static_cast<std::int64_t>(samples.size()) ? samples[static_cast<std::size_t>(i)] : 0.0f;
    }
};

/// Columns centred within the sound or at its very end; more of them would contradict the reflection there.
inline std::size_t usedColumns(std::size_t columns, std::size_t samples, int hop)
{
    return std::min(columns, samples / static_cast<std::size_t>(hop) + 1);
}

/// Frames are worked on in groups of this many, each adding to a buffer of its own; the groups are then summed in
/// order, so that the result does not depend on which thread took which.
inline constexpr std::size_t framesInGroup = 64;

} // namespace sonoloom
