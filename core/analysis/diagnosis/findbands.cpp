// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/findbands.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double leastShare = 0.04;  ///< of the height, to be worth a word
constexpr float nothing = 4.5F / 255; ///< above the quietest level
constexpr double emptyRow = 0.002;   ///< share of pixels above nothing
constexpr double busyRow = 0.25;
constexpr std::size_t edgeRows = 3;
constexpr int leastEmptyBands = 2;

/// Share of each row's pixels that are above the picture's quietest level.
std::vector<double> activity(const Grid<float>& loudness)
{
    const float quietest = *std::min_element(loudness.cells().begin(), loudness.cells().end());
    std::vector<double> shares(loudness.rows());
    for (std::size_t y = 0; y < loudness.rows(); ++y)
        shares[y] = static_cast<double>(std::ranges::count_if(loudness.row(y), [&](float value) { return value > quietest + nothing; })) /
                    static_cast<double>(loudness.columns());
    return shares;
}

/// How many rows from the front are empty, if busy ones follow at once; else 0.
std::size_t emptyRows(const std::vector<double>& shares)
{
    const auto first = std::ranges::find_if(shares, [](double share) { return share > emptyRow; });
    if (std::distance(first, shares.end()) < static_cast<std::ptrdiff_t>(edgeRows + 1))
        return 0;
    const bool busy = std::all_of(first + 1, first + 1 + static_cast<std::ptrdiff_t>(edgeRows), [](double share) { return share > busyRow; });
    const auto count = static_cast<std::size_t>(std::distance(shares.begin(), first));
    return busy && static_cast<double>(count) >= leastShare * static_cast<double>(shares.size()) ? count : 0;
}

double melOf(double hertz)
{
    return 2595 * std::log10(1 + hertz / 700);
}

/// The frequency at a share of the picture's height from below.
double hertzAt(double share, const Expected& expected)
{
    const double top = expected.topHz > 0 ? expected.topHz : 10'000;
    const double mel = melOf(expected.bottomHz) + share * (melOf(top) - melOf(expected.bottomHz));
    return 700 * (std::pow(10, mel / 2595) - 1);
}

/// Bands whose triangle has none of the transform's frequencies within.
int emptyBands(const Expected& expected, double spacing)
{
    const auto edge = [&](int band) { return hertzAt(static_cast<double>(band) / (expected.height + 1), expected); };
    int empty = 0;
    for (int band = 0; band < expected.height; ++band)
        empty += (std::floor(edge(band) / spacing) + 1) * spacing >= edge(band + 2) ? 1 : 0;
    return empty;
}

std::string hertzText(double hertz)
{
    return std::to_string(std::lround(hertz)) + " Hz";
}

} // namespace

std::vector<Finding> findMissingBands(const Grid<float>& loudness, const Expected& expected)
{
    std::vector<Finding> findings;
    std::vector<double> shares = activity(loudness);
    const auto rows = static_cast<double>(shares.size());
    const std::size_t high = emptyRows(shares);
    std::ranges::reverse(shares);
    if (const std::size_t low = emptyRows(shares); low > 0) {
        const std::string edge = hertzText(hertzAt(static_cast<double>(low) / rows, expected));
        findings.push_back({Fault::MissingLow, 0.8, "The lowest " + std::to_string(low) + " rows are empty and end all at once.",
                            "There is nothing below " + edge + ".", false});
    }
    if (high > 0) {
        const std::string edge = hertzText(hertzAt(1 - static_cast<double>(high) / rows, expected));
        findings.push_back({Fault::MissingHigh, 0.8, "The highest " + std::to_string(high) + " rows are empty and end all at once.",
                            "There is nothing above " + edge + "; a lower f-max would use the rows.", false});
    }
    return findings;
}

std::optional<Finding> findTooManyBands(const Expected& expected)
{
    if (expected.height < 2 || expected.fftSize < 2 || expected.sampleRate <= 0 || expected.topHz <= expected.bottomHz)
        return std::nullopt;
    const double spacing = static_cast<double>(expected.sampleRate) / expected.fftSize;
    const int empty = emptyBands(expected, spacing);
    if (empty < leastEmptyBands)
        return std::nullopt;
    Expected fewer = expected;
    while (fewer.height > 2 && emptyBands(fewer, spacing) > 0)
        fewer.height -= std::max(1, fewer.height / 64);
    return Finding{Fault::TooManyBands, 1.0,
                   std::to_string(empty) + " of the " + std::to_string(expected.height) + " bands lie between two frequencies of the transform and are always empty.",
                   "Their rows hold no sound; " + std::to_string(fewer.height) + " n-mels would do, or a longer padded-ms.", false};
}

} // namespace sonoloom
