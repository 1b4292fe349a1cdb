// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of the previewed images: files in memory, and their sound.
#include "core/io/imagefile.h"
#include "core/pipeline/roundtrip.h"
#include "ui/preview/previewcontroller.h"

namespace sonoloom
{

namespace
{

/// Images that were opened, with their edits, as they would be on disk.
Result<std::shared_ptr<const TileSet>> packed(ImageSet& images, JobMonitor& monitor)
{
    auto set = std::make_shared<TileSet>();
    for (std::size_t i = 0; i < images.count(); ++i) {
        auto image = images.load(i);
        if (!image)
            return image.error();
        const Record record = images.record(i).value_or(Record());
        if (!record.format.empty())
            image->text[recordKeyword] = recordToJson(record);
        auto png = encodePng(*image, monitor);
        if (!png)
            return png.error();
        const std::string stem = std::filesystem::path(images.name(i)).stem().string();
        set->tiles.push_back({stem + ".png", std::move(*png), record});
    }
    return std::shared_ptr<const TileSet>(std::move(set));
}

} // namespace

/// Opened images without edits are files already.
void PreviewController::encodeOpened()
{
    using Tiles = std::shared_ptr<const TileSet>;
    const auto work = [images = session_.images(), codec = session_.codec(), given = session_.givenFields(),
                       edits = session_.appliedEdits()](JobMonitor& monitor) -> Result<Tiles> {
        const auto edited = editedImages(images->imageSet(), *codec, given, edits, monitor);
        return edited ? packed(**edited, monitor) : Result<Tiles>(edited.error());
    };
    encodeJob_.start<Tiles>(work, [this](const Result<Tiles>& tiles) {
        if (tiles)
            session_.setTiles(*tiles);
        else
            emit previewFailed(QString::fromStdString(tiles.error().message));
    });
}

void PreviewController::encodeTiles()
{
    if (encodeJob_.running())
        return;
    if (session_.images() && !session_.appliedEdits().empty())
        encodeOpened();
    if (!session_.sound())
        return;
    using Tiles = std::shared_ptr<const TileSet>;
    const auto known = plainSet_.codec == session_.codec() ? plainSet_.tiles : nullptr;
    const auto work = [sound = session_.sound(), stem = session_.stem().toStdString(), codec = session_.codec(), known,
                       edits = session_.appliedEdits()](JobMonitor& monitor) -> Result<std::pair<Tiles, Tiles>> {
        Tiles plain = known;
        if (!plain) {
            auto set = encodeToMemory(sound->audio, sound->origin, stem, *codec, monitor);
            if (!set)
                return set.error();
            plain = std::make_shared<TileSet>(std::move(*set));
        }
        if (edits.empty())
            return std::pair(plain, plain);
        auto edited = editedTileSet(*plain, *codec, edits, monitor);
        if (!edited)
            return edited.error();
        return std::pair(plain, Tiles(std::make_shared<TileSet>(std::move(*edited))));
    };
    encodeJob_.start<std::pair<Tiles, Tiles>>(work, [this, codec = session_.codec()](Result<std::pair<Tiles, Tiles>> tiles) {
        if (tiles) {
            plainSet_ = {codec, tiles->first};
            session_.setTiles(tiles->second);
            soundLive();
        } else
            emit previewFailed(QString::fromStdString(tiles.error().message));
    });
}

void PreviewController::reconstruct()
{
    if (session_.isEmpty())
        return;
    const bool isDrawn = !isComputing() && !isEditing() && preview_.tiles && !preview_.tiles->draft;
    const Asked asked{session_.codec(), session_.reconstructParams(), session_.appliedEdits(), isDrawn ? preview_.tiles : nullptr};
    std::function<Result<Reconstruction>(JobMonitor&)> work;
    if (const auto sound = session_.sound()) {
        const RoundTripJob job{sound->audio, sound->origin, session_.stem().toStdString(), asked.codec, asked.params, session_.tiles(), asked.edits};
        work = [job](JobMonitor& monitor) { return roundTrip(job, monitor); };
    } else {
        work = [images = session_.images(), asked, given = session_.givenFields()](JobMonitor& monitor) -> Result<Reconstruction> {
            const auto files = editedImages(images->imageSet(), *asked.codec, given, asked.edits, monitor);
            if (!files)
                return files.error();
            return reconstructImages(**files, *asked.codec, given, asked.params, monitor);
        };
    }
    reconstructJob_.start<Reconstruction>(std::move(work), [this, asked](Result<Reconstruction> result) { finishReconstruction(std::move(result), asked); });
    emit reconstructionStarted();
}

/// What is heard meanwhile goes on.
void PreviewController::stopReconstructing()
{
    if (!reconstructJob_.running())
        return;
    reconstructJob_.cancel();
    emit reconstructionCancelled();
}

void PreviewController::cancelReconstruction()
{
    if (reconstructJob_.running())
        liveJob_.cancel();
    stopReconstructing();
}

void PreviewController::finishReconstruction(Result<Reconstruction> result, const Asked& asked)
{
    liveJob_.cancel();
    if (!result) {
        emit reconstructionFailed(QString::fromStdString(result.error().message));
        return;
    }
    resultTiles_ = asked.tiles;
    session_.setResult(std::make_shared<Reconstruction>(std::move(*result)), asked.codec, asked.params, asked.edits);
    emit reconstructed();
    if (heardTiles_)
        soundPieces();
}

} // namespace sonoloom
