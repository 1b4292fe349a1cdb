// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/atomicfile.h"
#include "core/pipeline/displayspectrogram.h"

#include <filesystem>

namespace sonoloom
{

/// A part of a spectrogram: columns first .. end - 1, bands lowest .. highest - 1.
struct LevelsPart {
    std::size_t first = 0;
    std::size_t end = 0;
    int lowest = 0;
    int highest = 0;
};

/// The cells that lie in this time (seconds; the same twice: all) and these frequencies (hertz; the same twice: all).
LevelsPart levelsPart(const DisplaySpectrogram& spectrogram, std::pair<double, double> seconds, std::pair<double, double> hertz);

/// Writes levels in dB as numbers, by suffix: .npy, float32 `[bands x columns]`, the lowest band first; or .csv, a column of
/// the spectrogram a line after its time in seconds, below a line with the bands' centres in hertz.
/// Errors: InvalidArgument (another suffix, an empty part), WriteFailed, Exists, Cancelled.
Result<void> writeLevels(const std::filesystem::path& place, const DisplaySpectrogram& spectrogram, const LevelsPart& part,
                         Overwrite overwrite, JobMonitor& monitor);

} // namespace sonoloom
