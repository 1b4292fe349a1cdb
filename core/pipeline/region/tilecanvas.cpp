// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/region/tilecanvas.h"

#include <algorithm>
#include <numeric>

namespace sonoloom
{

namespace
{

constexpr int colours = 3; ///< of an image with more channels than one; beside them there may be transparency

int firstColour(const TileReading& reading)
{
    return reading.stereo ? 1 : 0;
}

} // namespace

TileCanvas::TileCanvas(const TileGrid& tiles, Load load, ChangedTiles changed)
    : tiles_(tiles), load_(std::move(load)), changed_(std::move(changed))
{
}

Result<std::shared_ptr<const Image>> TileCanvas::loaded(std::size_t tile)
{
    if (const auto changed = changed_.find(tile); changed != changed_.end())
        return changed->second;
    if (recent_.second && recent_.first == tile)
        return recent_.second;
    auto image = load_(tile);
    if (!image)
        return image;
    const TileReading& reading = tiles_.readings[tile];
    if ((*image)->width != reading.width || (*image)->height != reading.height || (*image)->depth != reading.curve.depth)
        return Error{ErrorCode::Corrupt, "An image was changed while it was edited; open it again."};
    recent_ = {tile, *image};
    return image;
}

void TileCanvas::takeCurve(const LevelCurve& curve)
{
    if (curve == curve_ && !melOfPixel_.empty())
        return;
    curve_ = curve;
    std::vector<std::uint16_t> pixels(curve.depth == 16 ? 65536u : 256u);
    std::iota(pixels.begin(), pixels.end(), std::uint16_t{0});
    melOfPixel_.resize(pixels.size());
    melFromPixels(pixels, curve, tiles_.unbiased, melOfPixel_);
}

Result<std::vector<Grid<float>>> TileCanvas::read(std::size_t first, std::size_t count)
{
    std::vector<Grid<float>> columns(tiles_.channels, Grid<float>(count, tiles_.grid.bands()));
    std::shared_ptr<const Image> image;
    for (std::size_t r = 0, tile = tiles_.readings.size(); r < count; ++r) {
        if (const std::size_t own = tiles_.tileOf(first + r); own != tile) {
            auto next = loaded(tile = own);
            if (!next)
                return next.error();
            image = *next;
            takeCurve(tiles_.readings[tile].curve);
        }
        const int x = static_cast<int>(first + r - tiles_.firstColumns[tile]);
        for (std::size_t c = 0; c < columns.size(); ++c)
            for (int b = 0; b < image->height; ++b)
                columns[c](r, static_cast<std::size_t>(b)) =
                    melOfPixel_[image->at(x, image->height - 1 - b, firstColour(tiles_.readings[tile]) + static_cast<int>(c))];
    }
    return columns;
}

Result<Image*> TileCanvas::writable(std::size_t tile)
{
    auto& image = working_[tile];
    if (!image) {
        const auto before = loaded(tile);
        if (!before)
            return before.error();
        image = std::make_shared<Image>(**before);
    }
    return image.get();
}

/// A pixel that says the magnitude already stays as it is. In a grey picture drawn in colours all of them change.
void TileCanvas::writePixel(Image& image, int x, int y, int colour, float magnitude)
{
    const std::uint16_t before = image.at(x, y, colour);
    if (magnitude == melOfPixel_[before])
        return;
    std::uint16_t pixel = 0;
    clipped_ += pixelsFromMel({&magnitude, 1}, curve_, {&pixel, 1});
    const bool stereo = colour > 0 || (image.channels >= colours && tiles_.channels == 2);
    const int last = stereo || image.channels == 1 ? colour : colours - 1;
    for (int c = colour; c <= last; ++c)
        if (image.at(x, y, c) == before)
            image.at(x, y, c) = pixel;
}

Result<void> TileCanvas::writeColumn(std::size_t tile, std::size_t column, const std::vector<Grid<float>>& magnitudes,
                                     const Grid<float>& weights, std::size_t row)
{
    const auto image = writable(tile);
    if (!image)
        return image.error();
    takeCurve(tiles_.readings[tile].curve);
    const int x = static_cast<int>(column - tiles_.firstColumns[tile]);
    for (std::size_t c = 0; c < magnitudes.size(); ++c)
        for (std::size_t b = 0; b < weights.columns(); ++b)
            if (weights(row, b) > 0)
                writePixel(**image, x, (*image)->height - 1 - static_cast<int>(b), firstColour(tiles_.readings[tile]) + static_cast<int>(c),
                           magnitudes[c](row, b));
    return {};
}

Result<void> TileCanvas::write(std::size_t first, const std::vector<Grid<float>>& magnitudes, const Grid<float>& weights)
{
    for (std::size_t r = 0; r < weights.rows(); ++r) {
        if (std::ranges::none_of(weights.row(r), [](float weight) { return weight > 0; }))
            continue;
        const std::size_t column = first + r;
        const std::size_t tile = tiles_.tileOf(column);
        if (auto written = writeColumn(tile, column, magnitudes, weights, r); !written)
            return written;
        const bool shared = tile > 0 && column - tiles_.firstColumns[tile - 1] < static_cast<std::size_t>(tiles_.readings[tile - 1].width);
        if (shared)
            if (auto written = writeColumn(tile - 1, column, magnitudes, weights, r); !written)
                return written;
    }
    return {};
}

void TileCanvas::finishEdit()
{
    for (auto& [tile, image] : working_)
        changed_[tile] = std::move(image);
    working_.clear();
}

Result<void> applyEdits(const RegionEdits& edits, TileCanvas& canvas, const JobMonitor& monitor)
{
    for (const auto& edit : edits)
        if (auto made = applyEdit(*edit, canvas, monitor); !made)
            return made;
    return {};
}

} // namespace sonoloom
