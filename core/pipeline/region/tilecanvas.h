// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionedit.h"
#include "core/pipeline/region/tilegrid.h"

#include <functional>
#include <map>
#include <memory>

namespace sonoloom
{

/// Images by their number; those that are not in it are as they were.
using ChangedTiles = std::map<std::size_t, std::shared_ptr<const Image>>;

/// Images as something that edits change. What is between two edits is pixels: each is rounded as the images are.
/// Pixels whose magnitude an edit leaves as it is keep their value to the bit.
class TileCanvas final : public RegionCanvas
{
public:
    using Load = std::function<Result<std::shared_ptr<const Image>>(std::size_t)>;

    /// @param tiles must outlive this @param load brings an image as it was before all edits
    /// @param changed what earlier edits made of them
    TileCanvas(const TileGrid& tiles, Load load, ChangedTiles changed = {});

    const RegionGrid& grid() const override { return tiles_.grid; }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override;
    Result<void> write(std::size_t first, const std::vector<Grid<float>>& magnitudes, const Grid<float>& weights) override;
    void finishEdit() override;

    const ChangedTiles& changed() const { return changed_; }
    /// Pixels that were written and would have been beyond the range.
    std::size_t clippedPixels() const { return clipped_; }

private:
    Result<std::shared_ptr<const Image>> loaded(std::size_t tile);
    Result<Image*> writable(std::size_t tile);
    Result<void> writeColumn(std::size_t tile, std::size_t column, const std::vector<Grid<float>>& magnitudes, const Grid<float>& weights,
                             std::size_t row);
    void writePixel(Image& image, int x, int y, int colour, float magnitude);
    void takeCurve(const LevelCurve& curve);

    const TileGrid& tiles_;
    Load load_;
    ChangedTiles changed_;
    std::map<std::size_t, std::shared_ptr<Image>> working_; ///< what the edit that is being made has written
    std::pair<std::size_t, std::shared_ptr<const Image>> recent_{0, nullptr};
    LevelCurve curve_;
    std::vector<float> melOfPixel_; ///< of curve_
    std::size_t clipped_ = 0;
};

/// Makes edits one after the other. Errors: Cancelled, those of loading.
Result<void> applyEdits(const RegionEdits& edits, TileCanvas& canvas, const JobMonitor& monitor);

} // namespace sonoloom
