// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/bandmatrix.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int sumsAtOnce = 4;

AlignedBuffer<float> aligned(const std::vector<float>& values)
{
    AlignedBuffer<float> buffer(values.size());
    std::ranges::copy(values, buffer.data());
    return buffer;
}

int endOf(const BandRow& row)
{
    return row.first + static_cast<int>(row.weights.size());
}

/// first .. end of what the rows cover together; empty rows count for nothing.
struct Range {
    int first = 0;
    int end = 0;

    void take(int from, int to)
    {
        first = first == end ? from : std::min(first, from);
        end = std::max(end, to);
    }
};

} // namespace

BandMatrix::BandMatrix(std::span<const BandRow> rows, int columns, std::span<const float> columnScale)
    : rows_(static_cast<int>(rows.size())), columns_(columns), sums_(sumLayout(rows)),
      spread_(spreadLayout(rows, columns, columnScale))
{
}

BandMatrix::Layout BandMatrix::sumLayout(std::span<const BandRow> rows)
{
    Layout layout;
    std::vector<float> weights;
    for (std::size_t from = 0; from < rows.size(); from += sumLanes) {
        const auto group = rows.subspan(from, std::min<std::size_t>(sumLanes, rows.size() - from));
        Range columns;
        for (const BandRow& row : group)
            if (!row.weights.empty())
                columns.take(row.first, endOf(row));
        const int count = (columns.end - columns.first + sumsAtOnce - 1) / sumsAtOnce * sumsAtOnce;
        const std::size_t at = weights.size();
        layout.first.push_back(columns.first);
        layout.begin.push_back(static_cast<int>(at / sumLanes));
        weights.resize(at + static_cast<std::size_t>(count) * sumLanes);
        for (std::size_t r = 0; r < group.size(); ++r)
            for (std::size_t i = 0; i < group[r].weights.size(); ++i)
                weights[at + (static_cast<std::size_t>(group[r].first - columns.first) + i) * sumLanes + r] =
                    group[r].weights[i];
    }
    layout.begin.push_back(static_cast<int>(weights.size() / sumLanes));
    layout.weights = aligned(weights);
    return layout;
}

BandMatrix::Layout BandMatrix::spreadLayout(std::span<const BandRow> rows, int columns,
                                            std::span<const float> columnScale)
{
    const auto groups = static_cast<std::size_t>((columns + kernelLanes - 1) / kernelLanes);
    std::vector<Range> met(groups);
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (int g = rows[r].first / kernelLanes; !rows[r].weights.empty() && g <= (endOf(rows[r]) - 1) / kernelLanes; ++g)
            met[static_cast<std::size_t>(g)].take(static_cast<int>(r), static_cast<int>(r) + 1);

    Layout layout;
    std::size_t size = 0;
    for (const Range& range : met) {
        layout.first.push_back(range.first);
        layout.begin.push_back(static_cast<int>(size));
        size += static_cast<std::size_t>(range.end - range.first);
    }
    layout.begin.push_back(static_cast<int>(size));
    layout.weights = AlignedBuffer<float>(size * kernelLanes);
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t i = 0; i < rows[r].weights.size(); ++i) {
            const auto column = static_cast<std::size_t>(rows[r].first) + i;
            const std::size_t group = column / kernelLanes;
            const auto at = static_cast<std::size_t>(layout.begin[group] - layout.first[group]) + r;
            layout.weights[at * kernelLanes + column % kernelLanes] =
                rows[r].weights[i] * (columnScale.empty() ? 1.0f : columnScale[column]);
        }
    return layout;
}

} // namespace sonoloom
