// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/grid.h"

#include <vector>

namespace sonoloom
{

/// UpsideDown and Inverted, by the texture of sound. @param loudness [height x width], top row first
std::vector<Finding> findLying(const Grid<float>& loudness);

} // namespace sonoloom
