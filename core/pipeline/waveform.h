// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace sonoloom
{

/// Least and greatest sample of a stretch. Full scale +-1.
struct Extremes {
    float least = 0;
    float greatest = 0;
};

/// What a waveform is drawn from: the sound itself for a close look, and the extremes of its stretches, in levels, each
/// of stretches four times as long.
class Waveform
{
public:
    static constexpr std::size_t shortestStretch = 256; ///< samples

    /// Errors: Cancelled.
    static Result<std::shared_ptr<const Waveform>> of(std::shared_ptr<const Audio> sound, JobMonitor& monitor);

    const Audio& sound() const { return *sound_; }
    /// Of samples first .. end - 1 of a channel, in a time that does not grow with the stretch. Of stretches longer than
    /// `shortestStretch`, the ends are taken up to the borders of stretches of at most an eighth of it.
    /// Both zero where there are none.
    Extremes extremes(std::size_t channel, std::size_t first, std::size_t end) const;

private:
    struct Level {
        std::size_t stretch; ///< samples
        std::vector<std::vector<Extremes>> channels;
    };
    std::shared_ptr<const Audio> sound_;
    std::vector<Level> levels_;
};

} // namespace sonoloom
