// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <vector>

namespace sonoloom
{

/// Parts of the spectrum that instruments of rhythm tell apart: below 130 Hz, to 500 Hz, to 3 kHz, above. The last one
/// is that of harmonies: tones of the octave that swell within 80 ms, as of bowed strings.
inline constexpr std::size_t onsetBandCount = 5;

/// How much begins to sound at each moment, in parts of the spectrum.
struct OnsetBands {
    double frameRate = 100;                                   ///< frames a second, about 100
    std::array<std::vector<float>, onsetBandCount> strengths; ///< >= 0, about 1 on average where there is sound
    /// The share of each of the twelve tones of the octave in every frame, `[frames][12]` in a row: what harmonies
    /// change by.
    std::vector<float> tones;

    std::size_t frames() const { return strengths[0].size(); }
    double secondsOf(double frame) const { return frame / frameRate; }
};

/// Rises of the logarithm of mel magnitudes over 20 ms, where neighbouring bands were not as loud before: vibrato and
/// glides are no onsets. Levels are taken against the sound's own, so that gain changes nothing.
/// @param threads 0: all; never changes a bit
/// @return no frames for silence (never above -80 dB of full scale) and for sound shorter than a second; Cancelled
/// Source: Böck, Widmer, "Maximum filter vibrato suppression for onset detection", DAFx 2013.
Result<OnsetBands> onsetBandsOf(const Audio& sound, int threads, JobMonitor& monitor);

} // namespace sonoloom
