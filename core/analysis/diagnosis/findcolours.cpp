// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/findcolours.h"

#include "core/analysis/diagnosis/colourcurves.h"
#include "core/dsp/look/loudness.h"

#include <algorithm>
#include <cstdio>

namespace sonoloom
{

namespace
{

constexpr double farthest = 16; ///< mean distance in levels from which on it is another picture

std::string sentence(const char* format, const std::string& name, double figure)
{
    char text[160];
    std::snprintf(text, sizeof text, format, name.c_str(), figure);
    return text;
}

} // namespace

std::optional<Finding> findColourMap(const Image& image)
{
    if (image.channels < 3 || colourLayout(image) != ColourLayout::Other)
        return std::nullopt;
    const ColourCurve* best = nullptr;
    CurveFit fit{farthest, 3 * farthest, 0};
    for (const ColourCurve& curve : colourCurves())
        if (const CurveFit candidate = fitTo(curve, image); candidate.distance < fit.distance) {
            best = &curve;
            fit = candidate;
        }
    if (!best || fit.farDistance > 3 * farthest || fit.covered < 0.15)
        return std::nullopt;
    Finding finding{Fault::ColourMapped, std::clamp(1 - fit.distance / (2 * farthest), 0.5, 1.0), {}, {}, true};
    finding.what = sentence("The colours are those of the map %s, %.1f levels off on average.", std::string(best->name), fit.distance);
    finding.cost = "Decoded as they are, the colours' first channel is taken for the level, which sounds like another picture.";
    finding.mend.map = best->name;
    return finding;
}

} // namespace sonoloom
