// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/region/regionsmooth.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double reachOfWindow = 2.5; ///< standard deviations

/// One half of a Gauss window, its middle first.
std::vector<float> window(double deviation)
{
    std::vector<float> half{1.0f};
    for (int i = 1; i <= std::ceil(deviation * reachOfWindow); ++i)
        half.push_back(static_cast<float>(std::exp(-0.5 * i * i / (deviation * deviation))));
    return half;
}

/// Mean around `at` of what `value` gives for 0 .. count - 1.
template <class Value>
float mean(const std::vector<float>& half, std::size_t at, std::size_t count, Value&& value)
{
    float sum = 0;
    float weights = 0;
    const std::size_t reach = half.size() - 1;
    const std::size_t from = at - std::min(at, reach);
    const std::size_t to = std::min(count, at + reach + 1);
    for (std::size_t i = from; i < to; ++i) {
        const float weight = half[i > at ? i - at : at - i];
        sum += weight * value(i);
        weights += weight;
    }
    return sum / weights;
}

} // namespace

Result<std::vector<Grid<float>>> smoothedColumns(RegionCanvas& canvas, const RegionSpan& span, const SmoothingWidths& widths)
{
    const RegionGrid& grid = canvas.grid();
    const auto along = window(widths.ms / 1000 / grid.columnSeconds);
    const auto across = window(widths.mels / (grid.melOf(1) - grid.melOf(0)));
    const std::size_t first = span.first - std::min(span.first, along.size() - 1);
    const std::size_t end = std::min(grid.columns, span.end + along.size() - 1);
    const auto wide = canvas.read(first, end - first);
    if (!wide)
        return wide;
    std::vector<Grid<float>> smoothed;
    for (const auto& channel : *wide) {
        Grid<float> inTime(span.end - span.first, grid.bands());
        for (std::size_t r = 0; r < inTime.rows(); ++r)
            for (std::size_t b = 0; b < grid.bands(); ++b)
                inTime(r, b) = mean(along, span.first + r - first, channel.rows(), [&](std::size_t i) { return channel(i, b); });
        auto& done = smoothed.emplace_back(inTime.rows(), grid.bands());
        for (std::size_t r = 0; r < inTime.rows(); ++r)
            for (std::size_t b = 0; b < grid.bands(); ++b)
                done(r, b) = mean(across, b, grid.bands(), [&](std::size_t i) { return inTime(r, i); });
    }
    return smoothed;
}

} // namespace sonoloom
