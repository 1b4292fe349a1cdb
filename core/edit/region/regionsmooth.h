// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionedit.h"

namespace sonoloom
{

/// Standard deviations of a Gauss window; 0: none.
struct SmoothingWidths {
    double ms = 0;
    double mels = 0;
};

/// The columns of a span as means over time and frequency; at the ends over what there is. Errors: the canvas'.
Result<std::vector<Grid<float>>> smoothedColumns(RegionCanvas& canvas, const RegionSpan& span, const SmoothingWidths& widths);

} // namespace sonoloom
