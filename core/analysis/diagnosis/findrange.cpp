// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/findrange.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace sonoloom
{

namespace
{

constexpr std::size_t levelsOf8Bits = 256;

std::size_t levelCount(const Image& image)
{
    std::vector<bool> used(65536);
    for (const std::uint16_t sample : image.samples)
        used[sample] = true;
    return static_cast<std::size_t>(std::ranges::count(used, true));
}

using Histogram = std::array<double, levelsOf8Bits>;

Histogram histogramOf(const Grid<float>& loudness)
{
    Histogram counts{};
    for (const float value : loudness.cells())
        counts[static_cast<std::size_t>(std::clamp(value * 255.0F + 0.5F, 0.0F, 255.0F))] += 1;
    return counts;
}

/// The first level from the front that 1 in 2000 pixels have reached.
std::size_t reached(const Histogram& counts, double pixels, bool fromEnd)
{
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::size_t level = fromEnd ? counts.size() - 1 - i : i;
        sum += counts[level];
        if (sum >= pixels / 2000)
            return level;
    }
    return 0;
}

/// Median over the levels of the squared second difference over what chance gives it; the ends, where what was cut off heaps
/// up, are left out.
double combOf(const Histogram& counts, std::size_t from, std::size_t to)
{
    std::vector<double> bends;
    for (std::size_t i = from + 3; i + 3 < to; ++i) {
        const double bend = 2 * counts[i] - counts[i - 1] - counts[i + 1];
        bends.push_back(bend * bend / (4 * counts[i] + counts[i - 1] + counts[i + 1] + 1));
    }
    if (bends.size() < 8)
        return 0;
    const auto middle = bends.begin() + std::ssize(bends) / 2;
    std::nth_element(bends.begin(), middle, bends.end());
    return *middle;
}

/// Share of pixels at full level whose neighbours on `sides` sides are, too: right, below, left, above.
double plateauOf(const Grid<float>& loudness, int sides)
{
    constexpr float full = 1 - 0.5F / 255;
    std::size_t count = 0;
    for (std::size_t y = 1; y + 1 < loudness.rows(); ++y)
        for (std::size_t x = 1; x + 1 < loudness.columns(); ++x) {
            if (loudness(y, x) < full || loudness(y, x + 1) < full || loudness(y + 1, x) < full)
                continue;
            count += sides == 2 || (loudness(y, x - 1) >= full && loudness(y - 1, x) >= full) ? 1 : 0;
        }
    return static_cast<double>(count) / static_cast<double>(loudness.cells().size());
}

std::string sentence(const char* format, double first, double second = 0)
{
    char text[160];
    std::snprintf(text, sizeof text, format, first, second);
    return text;
}

// Of the corpus's clean images none has a plateau, and none a comb above 0.7.
constexpr double clearPlateau = 2e-5;
constexpr double clearCorners = 3e-5; // 1.5e-5
constexpr double clearHeap = 4;
constexpr double clearComb = 1.5;
constexpr double fullPeak = 0.975;

} // namespace

RangeFigures rangeFigures(const Grid<float>& loudness)
{
    const Histogram counts = histogramOf(loudness);
    const auto pixels = static_cast<double>(loudness.cells().size());
    const std::size_t least = reached(counts, pixels, false);
    const std::size_t greatest = reached(counts, pixels, true);
    RangeFigures figures{static_cast<double>(least) / 255, static_cast<double>(greatest) / 255, combOf(counts, least, greatest + 1),
                         plateauOf(loudness, 4)};
    figures.corners = plateauOf(loudness, 2);
    figures.bottom = *std::min_element(loudness.cells().begin(), loudness.cells().end());
    figures.peak = *std::max_element(loudness.cells().begin(), loudness.cells().end());
    figures.heap = counts[255] / ((counts[250] + counts[251] + counts[252] + counts[253] + counts[254]) / 5 + 2);
    return figures;
}

std::vector<Finding> findRange(const Grid<float>& loudness, const Expected& expected, bool ownLevels)
{
    const RangeFigures figures = rangeFigures(loudness);
    std::vector<Finding> findings;
    if (figures.plateau > clearPlateau || (ownLevels && figures.corners > clearCorners && figures.heap > clearHeap && figures.comb > clearComb))
        findings.push_back({Fault::Clipped, 0.9, sentence("At full level there are %.0f times as many pixels as at the levels below it.", figures.heap),
                            "What is louder than that is cut off and sounds dull.", false});
    const double range = figures.peak - figures.bottom;
    if (ownLevels && range > 0.02 && figures.comb > clearComb && figures.peak < fullPeak) {
        Finding finding{Fault::NarrowRange, 0.9, {}, {}, expected.stretched};
        finding.what = sentence("The levels lie between %.0f and %.0f %% only.", 100 * figures.bottom, 100 * figures.peak);
        finding.cost = "Silence hums, and loud and soft differ less than they did.";
        finding.mend.least = 1 - figures.peak;
        finding.mend.greatest = 1 - figures.bottom;
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::optional<Finding> findEightBit(const Image& image, const Expected& expected)
{
    const char* cost = expected.content == Content::Phase
                           ? "The sound keeps 55 dB to its noise instead of 104."
                           : "The levels are 257 times coarser than 16 bits have them; soft sound becomes steps.";
    if (image.depth == 8 && expected.depth == 16)
        return Finding{Fault::EightBit, 1, "The image has 8 bits a sample, but 16 when it was written.", cost, false};
    if (image.depth != 16 || image.samples.size() < 4 * levelsOf8Bits)
        return std::nullopt;
    const std::size_t levels = levelCount(image);
    if (levels > levelsOf8Bits || levels < 8)
        return std::nullopt;
    return Finding{Fault::EightBit, levels > 64 ? 1.0 : 0.8,
                   "The image has 16 bits a sample, but only " + std::to_string(levels) + " different levels, as 8 bits have.",
                   cost, false};
}

} // namespace sonoloom
