// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sonoloom
{

/// `audio` at another rate, soxr very high quality, linear phase, aligned to the sample: round(n * out/in) samples.
/// Errors: InvalidArgument for a rate below 1 Hz.
Result<Audio> resample(const Audio& audio, int sampleRate);

/// The same for a job that may be stopped. Errors: as above, Cancelled.
Result<Audio> resample(const Audio& audio, int sampleRate, JobMonitor& monitor);

/// Mono as pydub makes it from 16-bit samples: floor((L+R)/2); for other counts the sum of floor(x/n). `[channels][n]`.
std::vector<std::int16_t> monoAsPydub(std::span<const std::vector<std::int16_t>> channels);

/// Rate conversion as CPython's audioop.ratecv makes it: linear interpolation at m*in/out on 32-bit-shifted integers,
/// x[-1] = 0, no low-pass filter. Golden cases pcm.*.
std::vector<std::int16_t> rateConvertAsAudioop(std::span<const std::int16_t> samples, int inRate, int outRate);

} // namespace sonoloom
