// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audiosource.h"
#include "core/base/monitor.h"

#include <cstddef>

namespace sonoloom
{

/// A stretch of a sound.
struct SoundSpan {
    std::size_t first = 0;
    std::size_t samples = 0;
};

/// What is left of the sound without a beginning and an end that are `trimDb` or more below its loudest place: the mean
/// square of 2048 samples around every 512th, the loudest channel counting. Reads the source from its start to its end.
/// Errors: Cancelled, what reading reports. Source: librosa.effects.trim.
Result<SoundSpan> trimmedSpan(AudioSource& source, double trimDb, JobMonitor& monitor);

} // namespace sonoloom
