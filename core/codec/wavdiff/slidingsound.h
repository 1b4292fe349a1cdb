// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audiosource.h"
#include "core/base/monitor.h"
#include "core/codec/wavdiff/wavdifftrim.h"
#include "core/dsp/stft.h"

#include <complex>
#include <cstddef>
#include <vector>

namespace sonoloom
{

/// Centred frames of a stretch of sound, fetched in order, of which only what they need is kept in memory.
class SlidingSound
{
public:
    /// @param channels 1 or 2, mixed from the source's; the source must outlive this
    SlidingSound(AudioSource& source, const SoundSpan& span, int channels, const StftParams& stft);

    /// Frames first..first+count-1 of each channel, `[count x bins]`; `first` never less than before.
    /// The stretch is reflected at its ends. Frames beyond its end are centred on reflected sound.
    /// Errors: Cancelled, Corrupt if the source ends early, what reading reports.
    Result<std::vector<Grid<std::complex<float>>>> frames(std::size_t first, std::size_t count, int threads,
                                                          JobMonitor& monitor);

private:
    Result<void> hold(std::size_t from, std::size_t to, JobMonitor& monitor);
    Result<void> skip(std::size_t samples, JobMonitor& monitor);

    AudioSource& source_;
    SoundSpan span_;
    StftParams stft_;
    bool started_ = false;
    std::size_t first_ = 0; ///< of the samples held, counted from the stretch's start
    Audio held_;
};

} // namespace sonoloom
