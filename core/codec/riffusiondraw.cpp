// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusiondraw.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <numeric>

namespace sonoloom
{

namespace
{

/// Columns that one thread draws at a time.
constexpr std::size_t columnsPerTask = 16;

/// The colours that a channel is written to: grey, all three, or hobby's stereo layout (red stays 0).
std::vector<int> coloursOf(const Image& image, std::size_t channel, std::size_t channels)
{
    if (channels == 2)
        return {static_cast<int>(channel) + 1};
    std::vector<int> all(static_cast<std::size_t>(image.channels));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

/// Pixels `[columns x height]`, the lowest band first, to the columns from `x` on: row by row, as the image lies in memory.
void writeColumns(Image& image, std::size_t x, const Grid<std::uint16_t>& pixels, std::size_t columns, const std::vector<int>& colours)
{
    for (int y = 0; y < image.height; ++y)
        for (std::size_t i = 0; i < columns; ++i)
            for (int colour : colours)
                image.at(static_cast<int>(x + i), image.height - 1 - y, colour) = pixels(i, static_cast<std::size_t>(y));
}

} // namespace

Result<void> TileDrawer::add(std::size_t first, const std::vector<Grid<float>>& mel)
{
    const std::size_t count = mel.front().rows();
    std::size_t row = tile_ < end_ && first < plan_.tiles[tile_].firstColumn ? plan_.tiles[tile_].firstColumn - first : 0;
    while (row < count && tile_ < end_) {
        const TileSpan& span = plan_.tiles[tile_];
        const std::size_t x = first + row - span.firstColumn;
        if (x == 0)
            begin();
        const std::size_t rows = std::min(count - row, span.columns - x);
        draw(x, mel, row, rows);
        row += rows;
        if (x + rows == span.columns)
            if (auto ended = end(); !ended)
                return ended;
    }
    return {};
}

void TileDrawer::begin()
{
    const LevelCurve& curve = curves_[tile_];
    image_ = Image(plan_.tiles[tile_].width, plan_.params.bands, plan_.isRgb() ? 3 : 1, curve.depth);
    if (curve.depth != 8)
        table_.reset();
    else if (!table_ || !(curve == curves_[tile_ - 1]))
        table_.emplace(curve);
}

/// At most columnsPerTask. Returns how many pixels are clipped.
std::size_t TileDrawer::drawColumns(std::size_t x, const Grid<float>& mel, std::size_t firstRow, std::size_t rows, const std::vector<int>& colours)
{
    Grid<std::uint16_t> pixels(rows, static_cast<std::size_t>(image_.height));
    std::size_t clipped = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto magnitudes = mel.row(firstRow + i);
        clipped += table_ ? table_->pixels(magnitudes, pixels.row(i)) : pixelsFromMel(magnitudes, curves_[tile_], pixels.row(i));
    }
    writeColumns(image_, x, pixels, rows, colours);
    return clipped;
}

void TileDrawer::draw(std::size_t x, const std::vector<Grid<float>>& mel, std::size_t firstRow, std::size_t rows)
{
    const std::size_t tasks = (rows + columnsPerTask - 1) / columnsPerTask;
    std::vector<std::size_t> clipped(tasks);
    parallelFor(tasks, threads_, [&](std::size_t task) {
        const std::size_t first = task * columnsPerTask;
        const std::size_t count = std::min(rows - first, columnsPerTask);
        for (std::size_t c = 0; c < mel.size(); ++c)
            clipped[task] += drawColumns(x + first, mel[c], firstRow + first, count, coloursOf(image_, c, mel.size()));
    });
    report_.clippedPixels = std::accumulate(clipped.begin(), clipped.end(), report_.clippedPixels);
}

Result<void> TileDrawer::end()
{
    const TileSpan& span = plan_.tiles[tile_];
    const std::size_t empty = static_cast<std::size_t>(span.width) - span.columns;
    if (empty > 0) {
        const std::vector<Grid<float>> silence(static_cast<std::size_t>(plan_.channels),
                                               Grid<float>(empty, static_cast<std::size_t>(plan_.params.bands)));
        draw(span.columns, silence, 0, empty);
    }
    Record record = recordOfTile(plan_, tile_, curves_[tile_]);
    attachRecord(image_, plan_, record);
    ++report_.tiles;
    report_.pixels += static_cast<std::size_t>(image_.width) * static_cast<std::size_t>(image_.height) *
                      static_cast<std::size_t>(plan_.channels);
    ++tile_;
    return sink_({std::move(image_), std::move(record)});
}

} // namespace sonoloom
