// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/io/colourmap.h"

#include <string_view>
#include <vector>

namespace sonoloom
{

/// A colour map that spectrograms are drawn with, as a curve in colours from its lowest value to its highest.
struct ColourCurve {
    std::string_view name; ///< as its makers call it: "viridis"
    ColourTable colours;
};

/// The maps that diagnosis knows: Sonoloom's own but the greys, and plasma, turbo, jet, hot, coolwarm.
const std::vector<ColourCurve>& colourCurves();

/// The curve of that name, or null.
const ColourCurve* colourCurveNamed(std::string_view name);

/// How well colours lie on a curve.
struct CurveFit {
    double distance = 0;      ///< mean distance to the curve in 8-bit levels
    double farDistance = 0;   ///< that 95 % of the pixels keep within
    double covered = 0;       ///< share of the curve's 16 parts that pixels lie on
};

/// Of at most 4096 pixels, evenly spread. @param image with colours, 8 or 16 bits
CurveFit fitTo(const ColourCurve& curve, const Image& image);

/// The place on the curve that is nearest to each pixel, 0..1, as a grey image of the same depth; texts and EXIF stay.
/// @param reversed the curve's end becomes 0
Image valuesOn(const ColourCurve& curve, const Image& image, bool reversed);

} // namespace sonoloom
