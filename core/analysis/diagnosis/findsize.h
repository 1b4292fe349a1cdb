// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/grid.h"

#include <optional>

namespace sonoloom
{

/// Traces of interpolation along one axis.
struct ScalingTrace {
    double period = 0;   ///< of the curvature, in cycles a pixel, 0 to 0.5
    double strength = 0; ///< the peak's height over the median of its spectrum around it
};

/// Pixels between two old ones are smoother than pixels on them: mean curvature over the other axis has the period of the
/// old pixels. Source: Gallagher, "Detection of linear and cubic interpolation in JPEG compressed images", CRV 2005.
/// @param loudness [height x width] @param across along the rows, else along the columns
/// @param blocks leaves out the periods of blocks of 8 pixels
ScalingTrace scalingTrace(const Grid<float>& loudness, bool across, bool blocks);

/// Strength of the periods that blocks of 8 pixels leave and a change of size does not, along the weaker axis.
double blockTrace(const Grid<float>& loudness);

/// Resized or Cropped: by the size that is expected, and by traces of interpolation. @param blocks the image was a JPEG file
std::optional<Finding> findSize(const Grid<float>& loudness, const Expected& expected, bool blocks);

} // namespace sonoloom
