// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/region/retouchfiles.h"

#include "core/codec/riffusion.h"
#include "core/pipeline/imageexport.h"
#include "core/pipeline/region/editedtiles.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

/// A set that is somebody else's.
class BorrowedImages final : public ImageSet
{
public:
    explicit BorrowedImages(ImageSet& images) : images_(images) {}
    std::size_t count() const override { return images_.count(); }
    std::string name(std::size_t index) const override { return images_.name(index); }
    Result<Image> load(std::size_t index) override { return images_.load(index); }
    std::optional<Record> record(std::size_t index) override { return images_.record(index); }

private:
    ImageSet& images_;
};

void tellUnreached(const RegionEdits& edits, const RegionGrid& grid, JobMonitor& monitor)
{
    const auto reaches = [&](const auto& edit) { return !touchedColumns(*edit, grid).isEmpty(); };
    if (std::ranges::none_of(edits, reaches))
        monitor.notice("The region lies outside of the images, which end at " +
                       std::to_string(static_cast<double>(grid.columns) * grid.columnSeconds) + " s, or has no extent; they stay as they are.");
}

} // namespace

Result<EditedImages> retouchFiles(ImageFiles& images, const RetouchFilesJob& job, JobMonitor& monitor)
{
    const auto codec = makeRiffusionCodec(job.wish.params);
    const auto tiles = TileGrid::of(images, *codec, job.wish.given, monitor);
    if (!tiles)
        return tiles.error();
    tellUnreached(job.edits, tiles->grid, monitor);
    const auto edited = editedImages(std::make_unique<BorrowedImages>(images), *codec, job.wish.given, job.edits, monitor);
    if (!edited)
        return edited.error();
    const auto written = exportImages(**edited, {job.folder, false, job.overwrite}, monitor);
    if (!written)
        return written.error();
    EditedImages made;
    made.outputs = *written;
    made.height = tiles->readings.front().height;
    made.channels = static_cast<int>(tiles->channels);
    made.sampleRate = tiles->readings.front().sampleRate;
    for (const TileReading& reading : tiles->readings) {
        made.width = std::max(made.width, reading.width);
        made.samples += reading.samples;
    }
    return made;
}

} // namespace sonoloom
