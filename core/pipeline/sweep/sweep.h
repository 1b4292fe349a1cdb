// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/roundtrip.h"
#include "core/pipeline/sweep/sweepaxis.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// A format with its parameters and those of reconstruction.
struct SweepSettings {
    std::shared_ptr<const Codec> codec;
    ReconstructParams reconstruct;
};

/// A sound, the settings to start from, and what is varied.
struct SweepPlan {
    std::shared_ptr<const Audio> sound;
    Record::Source origin;
    std::string stem;
    SweepSettings settings;
    SweepAxis columns;
    SweepAxis rows; ///< without a key: one row
};

/// What one combination of values came to.
struct SweepCell {
    std::size_t row = 0;
    std::size_t column = 0;
    std::string name; ///< "maxvol 50, power 0.25"
    SweepSettings settings;
    std::string error; ///< one sentence; then there is nothing else
    std::shared_ptr<const TileSet> tiles;
    std::shared_ptr<const Audio> sound;
    std::optional<double> imageError; ///< Figures::imageError, where the format has such
    Figures figures;
    double clippedShare = 0; ///< of the pixels, 0 to 1
    std::size_t bytes = 0;   ///< of the images' files
};

/// Cells of one sweep at most: all their sounds are in memory.
inline constexpr std::size_t mostSweepCells = 64;
/// What a sweep works on at most.
inline constexpr double mostSweepSeconds = 10;

/// The samples from `from` to `to` seconds, at most mostSweepSeconds of them; all from `from` on where `to` is not greater.
Audio sweepExcerpt(const Audio& sound, double from, double to);

/// All that can be varied: the codec's fields, then those of reconstruction, but for texts.
std::vector<Field> sweepFields(Codec& codec, ReconstructParams& reconstruct);

std::size_t sweepColumns(const SweepPlan& plan);
std::size_t sweepRows(const SweepPlan& plan);

/// Errors: InvalidArgument (nothing varied, one parameter on both axes, more than mostSweepCells).
Result<void> checkSweep(const SweepPlan& plan);

/// The settings of one cell. Where maxvol is varied in a format's best mode and level is not, level becomes fixed: at the
/// others maxvol means nothing. Errors: InvalidArgument.
Result<SweepSettings> sweepSettings(const SweepPlan& plan, std::size_t row, std::size_t column);

/// Receives each cell when it is done, row by row, on the thread that runs the sweep.
using SweepSink = std::function<void(const SweepCell&)>;

/// Goes both ways with all combinations, one after the other. A combination that fails is a cell with its error.
/// The same for any number of threads. Errors: as checkSweep; Cancelled.
Result<std::vector<SweepCell>> runSweep(const SweepPlan& plan, const SweepSink& sink, JobMonitor& monitor);

} // namespace sonoloom
