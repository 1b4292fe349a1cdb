// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/region/editedtiles.h"

#include "core/io/imagefile.h"
#include "core/pipeline/region/memoryimages.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr std::size_t keptStages = 8; ///< so many steps of undo are there at once
constexpr std::size_t mostCounted = 16; ///< images whose pixels are counted again after each edit

std::string keyOf(const Codec& codec, const std::vector<std::string>& given)
{
    const auto own = codec.clone();
    std::string key = own->name() + (own->compatible() ? " compatible " : " best ") + fieldsToJson(own->fields());
    for (const std::string& field : given)
        key += " " + field;
    return key;
}

TileCanvas::Load loadFrom(ImageSet& images)
{
    return [&images](std::size_t tile) -> Result<std::shared_ptr<const Image>> {
        auto image = images.load(tile);
        if (!image)
            return image.error();
        return std::make_shared<const Image>(std::move(*image));
    };
}

/// What edits change of a set.
Result<ChangedTiles> changedBy(const RegionEdits& edits, ImageSet& images, const Codec& codec, const std::vector<std::string>& given,
                               JobMonitor& monitor)
{
    const auto tiles = TileGrid::of(images, codec, given, monitor);
    if (!tiles)
        return tiles.error();
    TileCanvas canvas(*tiles, loadFrom(images));
    if (auto made = applyEdits(edits, canvas, monitor); !made)
        return made.error();
    return canvas.changed();
}

class EditedImageSet final : public ImageSet
{
public:
    EditedImageSet(std::unique_ptr<ImageSet> images, ChangedTiles changed) : images_(std::move(images)), changed_(std::move(changed)) {}

    std::size_t count() const override { return images_->count(); }
    std::string name(std::size_t index) const override { return images_->name(index); }
    Result<Image> load(std::size_t index) override
    {
        const auto changed = changed_.find(index);
        return changed == changed_.end() ? images_->load(index) : Image(*changed->second);
    }
    std::optional<Record> record(std::size_t index) override { return images_->record(index); }

private:
    std::unique_ptr<ImageSet> images_;
    ChangedTiles changed_;
};

} // namespace

Result<void> EditedTiles::look(const Codec& codec, const std::vector<std::string>& given, JobMonitor& monitor)
{
    MemoryImages images(base_->tiles);
    auto tiles = TileGrid::of(images, codec, given, monitor);
    if (!tiles)
        return tiles.error();
    tiles_ = std::move(*tiles);
    return {};
}

/// The longest beginning of these edits that is there.
EditedTiles::Stage EditedTiles::nearest(const RegionEdits& edits) const
{
    Stage best;
    for (const Stage& stage : stages_)
        if (stage.edits.size() > best.edits.size() && stage.edits.size() <= edits.size() &&
            std::equal(stage.edits.begin(), stage.edits.end(), edits.begin()))
            best = stage;
    return best;
}

void EditedTiles::keep(Stage stage)
{
    std::erase_if(stages_, [&](const Stage& other) { return other.edits == stage.edits; });
    stages_.push_front(std::move(stage));
    if (stages_.size() > keptStages)
        stages_.pop_back();
}

Result<std::shared_ptr<const TilePreview>> EditedTiles::update(const std::shared_ptr<const TilePreview>& base, const Codec& codec,
                                                               const std::vector<std::string>& given, const RegionEdits& edits,
                                                               JobMonitor& monitor)
{
    if (!base || edits.empty() || base->tiles.empty())
        return base;
    if (const std::string key = keyOf(codec, given); base != base_ || key != key_) {
        base_ = base;
        key_.clear();
        stages_.clear();
        if (auto looked = look(codec, given, monitor); !looked)
            return looked.error();
        key_ = key;
    }
    Stage stage = nearest(edits);
    TileCanvas canvas(*tiles_, [this](std::size_t tile) -> Result<std::shared_ptr<const Image>> { return base_->tiles[tile]; }, std::move(stage.changed));
    for (std::size_t e = stage.edits.size(); e < edits.size(); ++e) {
        if (auto made = applyEdit(*edits[e], canvas, monitor); !made)
            return made.error();
        ++made_;
    }
    keep({edits, canvas.changed()});
    auto edited = std::make_shared<TilePreview>(*base);
    for (const auto& [tile, image] : canvas.changed())
        edited->tiles[tile] = image;
    edited->report.clippedPixels += canvas.clippedPixels();
    if (edited->tiles.size() <= mostCounted)
        countPixels(*edited, codec, 0);
    return std::shared_ptr<const TilePreview>(std::move(edited));
}

Result<std::unique_ptr<ImageSet>> editedImages(std::unique_ptr<ImageSet> images, const Codec& codec, const std::vector<std::string>& given,
                                               const RegionEdits& edits, JobMonitor& monitor)
{
    if (edits.empty())
        return images;
    auto changed = changedBy(edits, *images, codec, given, monitor);
    if (!changed)
        return changed.error();
    return std::unique_ptr<ImageSet>(std::make_unique<EditedImageSet>(std::move(images), std::move(*changed)));
}

Result<TileSet> editedTileSet(const TileSet& plain, const Codec& codec, const RegionEdits& edits, JobMonitor& monitor)
{
    TileSet edited = plain;
    if (edits.empty())
        return edited;
    TileSetImages images(std::make_shared<TileSet>(plain));
    const auto changed = changedBy(edits, images, codec, {}, monitor);
    if (!changed)
        return changed.error();
    for (const auto& [tile, image] : *changed) {
        auto png = encodePng(*image, monitor);
        if (!png)
            return png.error();
        edited.tiles[tile].png = std::move(*png);
    }
    return edited;
}

Result<EncodeReport> encodeEdited(const Codec& codec, AudioSource& source, const Record::Source& origin, const RegionEdits& edits,
                                  const TileSink& sink, int threads, JobMonitor& monitor)
{
    if (edits.empty())
        return codec.encode(source, origin, sink, threads, monitor);
    auto set = std::make_shared<TileSet>();
    const auto keep = [&](Tile tile) -> Result<void> {
        auto png = encodePng(tile.image, monitor);
        if (!png)
            return png.error();
        set->tiles.push_back({"image " + std::to_string(set->tiles.size()), std::move(*png), std::move(tile.record)});
        return {};
    };
    const auto report = codec.encode(source, origin, keep, threads, monitor);
    if (!report)
        return report;
    auto images = editedImages(std::make_unique<TileSetImages>(set), codec, {}, edits, monitor);
    if (!images)
        return images.error();
    for (std::size_t i = 0; i < set->tiles.size(); ++i) {
        auto image = (*images)->load(i);
        if (!image)
            return image.error();
        if (auto taken = sink({std::move(*image), set->tiles[i].record}); !taken)
            return taken.error();
    }
    return report;
}

} // namespace sonoloom
