// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/fft.h"
#include "core/dsp/kernels.h"

#include <span>
#include <vector>

namespace sonoloom
{

/// The non-zero weights of one row of a sparse matrix: columns first .. first + weights.size() - 1.
struct BandRow {
    int first = 0;
    std::vector<float> weights;
};

/// A filterbank as the kernels want it, for sums over its rows (magnitudes to bands) and for spreading (bands to bins).
class BandMatrix
{
public:
    /// @param columnScale factors for the weights of each column when spreading, `columns` values; empty: 1
    BandMatrix(std::span<const BandRow> rows, int columns, std::span<const float> columnScale = {});

    int rows() const { return rows_; }
    int columns() const { return columns_; }
    /// Length of the buffers for sumBands() and spreadBands().
    std::size_t sumsLength() const { return sums_.first.size() * sumLanes; }
    std::size_t spreadLength() const { return spread_.first.size() * kernelLanes; }

    BandSums sums() const { return {groupsOf(sums_), sums_.first.data(), sums_.begin.data(), sums_.weights.data()}; }
    BandSpread spread() const
    {
        return {groupsOf(spread_), spread_.first.data(), spread_.begin.data(), spread_.weights.data()};
    }

private:
    struct Layout {
        std::vector<int> first;
        std::vector<int> begin;
        AlignedBuffer<float> weights;
    };
    static int groupsOf(const Layout& layout) { return static_cast<int>(layout.first.size()); }
    static Layout sumLayout(std::span<const BandRow> rows);
    static Layout spreadLayout(std::span<const BandRow> rows, int columns, std::span<const float> columnScale);

    int rows_;
    int columns_;
    Layout sums_;
    Layout spread_;
};

} // namespace sonoloom
