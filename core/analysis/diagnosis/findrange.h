// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/grid.h"
#include "core/base/image.h"

#include <optional>
#include <vector>

namespace sonoloom
{

/// EightBit: 16-bit samples with 256 levels at most, or 8 bits where 16 are expected.
std::optional<Finding> findEightBit(const Image& image, const Expected& expected);

/// Figures of how levels are spread.
struct RangeFigures {
    double least = 0;     ///< loudness that all but 1 in 2000 pixels are above, 0..1
    double greatest = 0;  ///< that all but 1 in 2000 are below
    double comb = 0;      ///< roughness of the histogram over what chance gives: stretched or squeezed levels have gaps or heaps
    double plateau = 0;   ///< share of pixels at full level with four such neighbours
    double corners = 0;   ///< the same with two, right and below: a steady tone is one row only
    double bottom = 0;    ///< the least loudness
    double peak = 0;      ///< the greatest
    double heap = 0;      ///< pixels at full level over those of the levels just below
};

/// @param loudness [height x width]
RangeFigures rangeFigures(const Grid<float>& loudness);

/// Clipped and NarrowRange; the latter can be mended where it is known that the range was full. @param loudness of an image that is not inverted
/// @param ownLevels levels were not taken from colours, which leaves gaps between them, too
std::vector<Finding> findRange(const Grid<float>& loudness, const Expected& expected, bool ownLevels);

} // namespace sonoloom
