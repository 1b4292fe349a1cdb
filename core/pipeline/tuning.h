// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"

#include <filesystem>

namespace sonoloom
{

/// Where measured FFT plans are kept: sonoloom/fftw-wisdom in the user's cache folder.
std::filesystem::path tuningFile();

/// Takes up plans measured earlier, if there are any. To be called once, before the first transform.
bool loadTuning();

/// Measures the best plans for the usual analyses at 44100 and 48000 Hz and keeps them; programs started from then on
/// use them. Results differ from those before by rounding, and stay the same from then on. Takes some seconds.
/// Errors: Cancelled, WriteFailed.
Result<std::filesystem::path> tune(JobMonitor& monitor);

} // namespace sonoloom
