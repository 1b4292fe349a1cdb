// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/grid.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/dsp/reconstruct.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace sonoloom
{

/// How far the sound of a column has come.
enum class SoundState : unsigned char { None, Draft, Final };

/// The sound of magnitudes that somebody edits and listens to: it begins to sound where it is wanted, refines itself ahead
/// of the listener, and follows edits at once.
///
/// Everything happens inside advance() and edit(), which the caller runs on a worker thread, one call at a time; each does
/// one piece of work, is cancelled by its monitor without leaving a trace, and says which samples it changed. Changes are
/// cross-faded with the sound around them. The same calls give the same bits, with any number of threads.
class LiveSound
{
public:
    /// @param magnitudes one grid a channel, [columns x bands] or [columns x bins] as the analysis says
    /// @param samples length of the sound; column k is centred on sample k * hop
    /// Errors: InvalidArgument (no columns; lengths that do not fit each other or the analysis)
    static Result<LiveSound> create(const MelAnalysis& analysis, std::vector<Grid<float>> magnitudes, std::size_t samples);
    static Result<LiveSound> create(const LinearAnalysis& analysis, std::vector<Grid<float>> magnitudes, std::size_t samples);
    ~LiveSound();
    LiveSound(LiveSound&&) noexcept;
    LiveSound& operator=(LiveSound&&) noexcept;

    /// Takes a sound that reconstruct() made of these magnitudes, on their scale: everything is Final.
    /// Errors: InvalidArgument (another number of channels or samples)
    Result<void> adopt(Audio sound);

    /// Samples first .. end - 1 of every channel that a call changed; none if first == end.
    struct Changed {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    /// The most useful piece of work for somebody who listens at `column`: a quarter of a second of sound there if there
    /// is none, then what is ahead, in longer and better pieces, then what is behind. Nothing changes once all is Final.
    /// Errors: Cancelled.
    Result<Changed> advance(std::size_t column, int threads, JobMonitor& monitor);

    /// Replaces the magnitudes of columns first .. first + rows - 1 and brings the sound after them, as a draft. Where there
    /// is no sound yet, or the edit is longer than a few seconds, the sound is left to advance().
    /// Errors: InvalidArgument (columns or channels that do not fit), Cancelled (the magnitudes are as before).
    Result<Changed> edit(std::size_t first, const std::vector<Grid<float>>& columns, int threads, JobMonitor& monitor);

    /// On the scale of the magnitudes. Where the state is None, silence or what was there before an edit.
    const Audio& audio() const;
    /// Of each column.
    std::span<const SoundState> states() const;
    const std::vector<Grid<float>>& magnitudes() const;

private:
    struct Parts;
    explicit LiveSound(std::unique_ptr<Parts> parts);
    static Result<LiveSound> withEngine(Result<std::shared_ptr<const struct Engine>> engine,
                                        std::vector<Grid<float>> magnitudes, std::size_t samples);
    std::unique_ptr<Parts> parts_;
};

} // namespace sonoloom
