// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

namespace sonoloom
{

/// A dense matrix, row by row. In dsp a row is a frame: `[frames x bins]` or `[frames x bands]`, lowest frequency first.
template <class T>
class Grid
{
public:
    Grid() = default;
    Grid(std::size_t rows, std::size_t columns, T fill = T{}) : rows_(rows), columns_(columns), cells_(rows * columns, fill) {}

    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_; }
    bool empty() const { return cells_.empty(); }

    std::span<T> row(std::size_t r)
    {
        assert(r < rows_);
        return {cells_.data() + r * columns_, columns_};
    }
    std::span<const T> row(std::size_t r) const
    {
        assert(r < rows_);
        return {cells_.data() + r * columns_, columns_};
    }
    T& operator()(std::size_t r, std::size_t c)
    {
        assert(r < rows_ && c < columns_);
        return cells_[r * columns_ + c];
    }
    const T& operator()(std::size_t r, std::size_t c) const
    {
        assert(r < rows_ && c < columns_);
        return cells_[r * columns_ + c];
    }
    /// All cells, row after row.
    std::span<T> cells() { return cells_; }
    std::span<const T> cells() const { return cells_; }

    bool operator==(const Grid&) const = default;

private:
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    std::vector<T> cells_;
};

} // namespace sonoloom
