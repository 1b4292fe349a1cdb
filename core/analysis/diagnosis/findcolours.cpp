// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/findcolours.h"

#include "core/analysis/diagnosis/colourcurves.h"
#include "core/analysis/diagnosis/levels.h"
#include "core/dsp/look/loudness.h"

#include <algorithm>
#include <cstdio>

namespace sonoloom
{

namespace
{

// Mean distance from the map in levels: of mapped images of the corpus at most 19, after JPEG; of other pictures at least 34.
constexpr double farthest = 25;
constexpr double leastColoured = 0.003;
constexpr double leastRed = 0.003; ///< what is loud has red on every map, in a stereo mel image never
constexpr double leastCovered = 0.06;  ///< share of the map that is met

std::string sentence(const char* format, const std::string& name, double figure)
{
    char text[160];
    std::snprintf(text, sizeof text, format, name.c_str(), figure);
    return text;
}

/// Share of the pixels whose red is over a quarter.
double redShare(const Image& image)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < image.samples.size(); i += static_cast<std::size_t>(image.channels))
        count += image.samples[i] > image.maxValue() / 4 ? 1 : 0;
    return static_cast<double>(count) / (static_cast<double>(image.width) * image.height);
}

} // namespace

std::optional<Finding> findInvertedStereo(const Image& image)
{
    if (image.channels < 3 || colourLayout(image) != ColourLayout::Other || colourLayout(invertedLevels(image)) != ColourLayout::Stereo)
        return std::nullopt;
    return Finding{Fault::Inverted, 0.95, "The levels are inverted: the empty red of a stereo image is full.",
                   "Silence becomes loud noise, and sound the gaps in it.", true};
}

std::optional<Finding> findColourMap(const Image& image)
{
    if (image.channels < 3 || colouredShare(image) < leastColoured)
        return std::nullopt;
    if (findInvertedStereo(image) && redShare(invertedLevels(image)) < leastRed)
        return std::nullopt;
    const ColourCurve* best = nullptr;
    CurveFit fit{farthest, 0, 0};
    for (const ColourCurve& curve : colourCurves())
        if (const CurveFit candidate = fitTo(curve, image); candidate.distance < fit.distance) {
            best = &curve;
            fit = candidate;
        }
    if (!best || fit.covered < leastCovered)
        return std::nullopt;
    if (colourLayout(image) == ColourLayout::Stereo && redShare(image) < leastRed)
        return std::nullopt;
    Finding finding{Fault::ColourMapped, std::clamp(1 - fit.distance / (2 * farthest), 0.5, 1.0), {}, {}, true};
    finding.what = sentence("The colours are those of the map %s, %.1f levels off on average.", std::string(best->name), fit.distance);
    finding.cost = "Colours are no levels: decoding refuses them, or takes their red for the level.";
    finding.mend.map = best->name;
    return finding;
}

} // namespace sonoloom
