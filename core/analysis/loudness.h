// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <span>

namespace sonoloom
{

/// How loud a sound is.
struct Loudness {
    /// Integrated over all of it, both gates applied; nothing for sound shorter than 400 ms, never above -70 LUFS, or of
    /// less than 100 Hz sample rate.
    std::optional<double> lufs;
    std::optional<double> truePeakDb; ///< dB over full scale (dBTP); nothing for digital silence
    bool operator==(const Loudness&) const = default;
};

/// A stretch of a sound, in samples of each channel.
struct SampleRange {
    std::size_t first = 0;
    std::size_t count = static_cast<std::size_t>(-1); ///< cut off at the sound's end
};

/// Loudness of a stretch of `sound`, at any sample rate.
///
/// Channels count as in a WAV file: left, right, centre, low frequencies (left out), surround (1.5 dB more); four are
/// quadrophony, five have no low frequencies, more than eight count alike. True peak is sought between the samples at
/// four times the rate, from 96 kHz on at twice, from 192 kHz on between none.
/// @param threads 0: all; never changes a bit
/// Errors: Cancelled.
/// Source: ITU-R BS.1770-4, annexes 1 and 2; EBU R 128.
Result<Loudness> loudnessOf(const Audio& sound, SampleRange range, int threads, JobMonitor& monitor);

/// The integrated loudness alone, of samples as devices take them: quicker, and without a copy.
/// @param interleaved whole frames @param channels in the order of a WAV file @return nothing where Loudness::lufs has nothing
/// Errors: Cancelled.
Result<std::optional<double>> integratedLoudness(std::span<const float> interleaved, int sampleRate, int channels, JobMonitor& monitor);

} // namespace sonoloom
