// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"

#include <span>
#include <vector>

/// Tempo and beats as librosa 0.10 finds them, for those who switch from it.
namespace sonoloom::peertempo
{

/// Samples from one frame to the next, at any rate.
inline constexpr int hop = 512;

/// Onset strength: mean rise of 128 mel bands in dB from frame to frame, 1 + samples / hop values.
/// @param samples mono, full scale 1
/// Errors: Cancelled.
/// Source: librosa.onset.onset_strength. Golden case tempo.
Result<std::vector<float>> onsetStrength(std::span<const float> samples, int sampleRate, int threads,
                                         JobMonitor& monitor);

/// Beats a minute: the best lag of the mean autocorrelation of 8 seconds, weighted around 120. Never nothing: 120 for
/// silence, and only 60 * rate / (512 n) can come out.
/// Errors: Cancelled.
/// Source: librosa.feature.tempo. Golden case tempo.
Result<double> tempo(std::span<const float> onsets, int sampleRate, int threads, JobMonitor& monitor);

/// Beats in seconds at that tempo. Errors: Cancelled.
/// Source: librosa.beat.beat_track.
Result<std::vector<double>> beats(std::span<const float> onsets, int sampleRate, double bpm, JobMonitor& monitor);

} // namespace sonoloom::peertempo
