// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/leveltable.h"
#include "core/codec/riffusionencode.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace sonoloom
{

/// Turns columns of magnitudes, given in order, into images, and hands each on as soon as it is full.
class TileDrawer
{
public:
    /// @param curves one a tile of the plan; all but the last two arguments must outlive the drawer
    /// @param part only these tiles are drawn
    TileDrawer(const EncodePlan& plan, const std::vector<LevelCurve>& curves, const TileSink& sink, int threads, TileRange part)
        : plan_(plan), curves_(curves), sink_(sink), threads_(threads), tile_(part.first), end_(std::min(part.end, plan.tiles.size()))
    {
    }

    /// Columns first, first+1 ... of all channels; those before the first tile and after the last are passed over. Errors: the sink's.
    Result<void> add(std::size_t first, const std::vector<Grid<float>>& mel);

    const EncodeReport& report() const { return report_; }

private:
    void begin();
    std::size_t drawColumns(std::size_t x, const Grid<float>& mel, std::size_t firstRow, std::size_t rows,
                            const std::vector<int>& colours);
    void draw(std::size_t x, const std::vector<Grid<float>>& mel, std::size_t firstRow, std::size_t rows);
    Result<void> end();

    const EncodePlan& plan_;
    const std::vector<LevelCurve>& curves_;
    const TileSink& sink_;
    int threads_;
    std::size_t tile_; // the one being drawn, or the next to begin
    std::size_t end_;
    Image image_;
    std::optional<LevelTable> table_; // of the tile being drawn, if it has 8 bits
    EncodeReport report_;
};

} // namespace sonoloom
