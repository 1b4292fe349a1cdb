// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/atomicfile.h"
#include "core/pipeline/sweep/sweep.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sonoloom
{

/// A cell's images side by side in the order of time, 8-bit RGB; without pixels for a cell that failed.
/// Errors: Corrupt.
Result<Image> sweepPicture(const SweepCell& cell);

/// The figures of a cell for people, a line each: "img 0.75, sc -22.4 dB, lsd 4.44 dB".
std::vector<std::string> sweepLines(const SweepCell& cell);

/// A table of all cells: the varied parameters, figures, and the sound's file or the error.
std::string sweepCsv(const SweepPlan& plan, const std::vector<SweepCell>& cells);

/// The contact sheet as a PNG file's bytes. Needs a QGuiApplication for its letters. Errors: Corrupt, Cancelled.
Result<std::string> sweepSheet(const SweepPlan& plan, const std::vector<SweepCell>& cells, JobMonitor& monitor);

/// Where the results of a sweep were written.
struct SweepFiles {
    std::filesystem::path sheet; ///< STEM_sweep.png
    std::filesystem::path table; ///< STEM_sweep.csv
    std::vector<std::filesystem::path> sounds; ///< STEM_sweep_maxvol-50_power-0.25.flac, of the cells that did not fail
};

/// Errors: Exists, before anything is computed.
Result<void> expectSweepFiles(const SweepPlan& plan, const std::filesystem::path& folder, Overwrite overwrite);

/// Writes sheet, table and sounds (24 bit); all appear together at the end or not at all.
/// Errors: Exists, WriteFailed, Cancelled, InvalidArgument (more channels than a flac file has).
Result<SweepFiles> writeSweep(const SweepPlan& plan, const std::vector<SweepCell>& cells, const std::filesystem::path& folder,
                              Overwrite overwrite, JobMonitor& monitor);

} // namespace sonoloom
