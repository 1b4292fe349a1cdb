// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/grid.h"

#include <vector>

namespace sonoloom
{

/// MissingLow and MissingHigh: rows of nothing that end all at once. @param loudness [height x width], top row first
std::vector<Finding> findMissingBands(const Grid<float>& loudness, const Expected& expected);

} // namespace sonoloom
