// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/grid.h"

#include <optional>
#include <vector>

namespace sonoloom
{

/// MissingLow and MissingHigh: rows of nothing that end all at once. @param loudness [height x width], top row first
std::vector<Finding> findMissingBands(const Grid<float>& loudness, const Expected& expected);

/// TooManyBands: bands between two frequencies of the transform, which are always empty. Nothing unless height, transform and
/// range of the bands are known.
std::optional<Finding> findTooManyBands(const Expected& expected);

} // namespace sonoloom
