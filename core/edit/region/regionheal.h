// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionedit.h"

namespace sonoloom
{

/// The levels (natural logarithms) just before and just behind a stretch of columns, one a channel and band; empty where there
/// are no columns.
struct LevelsAround {
    RegionSpan span;
    std::vector<std::vector<float>> before;
    std::vector<std::vector<float>> behind;
};

/// Errors: the canvas'.
Result<LevelsAround> levelsAround(RegionCanvas& canvas, const RegionSpan& span);

/// The columns with every run of bands that has weight at the level around: between the bands just below and just above
/// it, straight in dB; where a run spans all bands, between the columns before and behind.
std::vector<Grid<float>> healed(const std::vector<Grid<float>>& columns, const Grid<float>& weights, const RegionSpan& block,
                                const LevelsAround& around);

} // namespace sonoloom
