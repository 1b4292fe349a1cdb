// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/region/regionheal.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sonoloom
{

namespace
{

constexpr std::size_t lookedAt = 4;      ///< bands, or columns, that tell the level beside a gap
constexpr float leastMagnitude = 1e-6f;  ///< far below any sound on the int16 scale

float levelOf(float magnitude)
{
    return std::log(std::max(magnitude, leastMagnitude));
}

float magnitudeOf(float level)
{
    const float magnitude = std::exp(level);
    return magnitude > 2 * leastMagnitude ? magnitude : 0.0f;
}

Result<std::vector<std::vector<float>>> meanLevels(RegionCanvas& canvas, std::size_t first, std::size_t end)
{
    std::vector<std::vector<float>> levels;
    if (end <= first)
        return levels;
    const auto columns = canvas.read(first, end - first);
    if (!columns)
        return columns.error();
    for (const auto& channel : *columns) {
        auto& level = levels.emplace_back(channel.columns(), 0.0f);
        for (std::size_t r = 0; r < channel.rows(); ++r)
            for (std::size_t b = 0; b < level.size(); ++b)
                level[b] += levelOf(channel(r, b)) / static_cast<float>(channel.rows());
    }
    return levels;
}

std::optional<float> meanLevel(std::span<const float> cells)
{
    if (cells.empty())
        return std::nullopt;
    float sum = 0;
    for (const float cell : cells)
        sum += levelOf(cell);
    return sum / static_cast<float>(cells.size());
}

/// Bands first .. end - 1 of a column.
void healBands(std::span<float> column, std::size_t first, std::size_t end)
{
    auto below = meanLevel(column.subspan(first - std::min(first, lookedAt), std::min(first, lookedAt)));
    auto above = meanLevel(column.subspan(end, std::min(lookedAt, column.size() - end)));
    if (!below)
        below = above;
    if (!above)
        above = below;
    for (std::size_t b = first; b < end; ++b) {
        const float share = static_cast<float>(b + 1 - first) / static_cast<float>(end + 1 - first);
        column[b] = magnitudeOf(*below + share * (*above - *below));
    }
}

/// A whole column.
void healColumn(std::span<float> column, std::size_t channel, std::size_t number, const LevelsAround& around)
{
    const auto& first = around.before.empty() ? around.behind : around.before;
    const auto& last = around.behind.empty() ? around.before : around.behind;
    if (first.empty())
        return; // everything is the gap: there is nothing around
    const auto length = static_cast<float>(around.span.end + 1 - around.span.first);
    const float share = static_cast<float>(number + 1 - around.span.first) / length;
    for (std::size_t b = 0; b < column.size(); ++b)
        column[b] = magnitudeOf(first[channel][b] + share * (last[channel][b] - first[channel][b]));
}

} // namespace

Result<LevelsAround> levelsAround(RegionCanvas& canvas, const RegionSpan& span)
{
    auto before = meanLevels(canvas, span.first - std::min(span.first, lookedAt), span.first);
    if (!before)
        return before.error();
    auto behind = meanLevels(canvas, span.end, std::min(canvas.grid().columns, span.end + lookedAt));
    if (!behind)
        return behind.error();
    return LevelsAround{span, std::move(*before), std::move(*behind)};
}

std::vector<Grid<float>> healed(const std::vector<Grid<float>>& columns, const Grid<float>& weights, const RegionSpan& block,
                                const LevelsAround& around)
{
    auto healed = columns;
    const std::size_t bands = weights.columns();
    for (std::size_t r = 0; r < weights.rows(); ++r)
        for (std::size_t first = 0; first < bands;) {
            std::size_t end = first;
            while (end < bands && weights(r, end) > 0)
                ++end;
            for (std::size_t c = 0; end > first && c < healed.size(); ++c)
                if (end - first == bands)
                    healColumn(healed[c].row(r), c, block.first + r, around);
                else
                    healBands(healed[c].row(r), first, end);
            first = end + 1;
        }
    return healed;
}

} // namespace sonoloom
