// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionedit.h"

namespace sonoloom::testsupport
{

/// Magnitudes in memory: 64 bands up to 4 kHz, 100 columns of 10 ms, all 100 until told.
class MemoryCanvas final : public RegionCanvas
{
public:
    explicit MemoryCanvas(std::size_t columns = 100, int bands = 64)
        : before(columns, static_cast<std::size_t>(bands), 100.0f), now(before), grid_{0.01, columns, {bands, 0, 4000}}
    {
    }

    const RegionGrid& grid() const override { return grid_; }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override
    {
        Grid<float> columns(count, grid_.bands());
        for (std::size_t r = 0; r < count; ++r)
            std::ranges::copy(before.row(first + r), columns.row(r).begin());
        return std::vector{columns};
    }
    Result<void> write(std::size_t first, const std::vector<Grid<float>>& magnitudes, const Grid<float>& weights) override
    {
        for (std::size_t r = 0; r < weights.rows(); ++r)
            for (std::size_t b = 0; b < weights.columns(); ++b)
                if (weights(r, b) > 0)
                    now(first + r, b) = magnitudes[0](r, b);
        return {};
    }
    void finishEdit() override { before = now; }

    /// What is there before an edit.
    void set(std::size_t column, std::size_t band, float magnitude) { now(column, band) = before(column, band) = magnitude; }
    void fill(float magnitude) { before = now = Grid<float>(now.rows(), now.columns(), magnitude); }
    bool apply(const RegionEdit& edit)
    {
        JobMonitor monitor;
        return static_cast<bool>(applyEdit(edit, *this, monitor));
    }
    double hertz(double band) const { return grid_.hertzOf(band); }

    Grid<float> before;
    Grid<float> now;

private:
    RegionGrid grid_;
};

} // namespace sonoloom::testsupport
