// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/roundtrip.h"

#include "core/io/atomicfile.h"
#include "core/io/imagefile.h"
#include "core/pipeline/decode.h"
#include "core/pipeline/encode.h"
#include "core/pipeline/region/editedtiles.h"

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;

Result<void> addFigures(Reconstruction& made, const Audio& original, double topHz, JobMonitor& monitor)
{
    auto reference = matchedTo(original, *made.sound);
    if (!reference)
        return reference.error();
    auto figures = compareSounds(*reference, *made.sound, topHz, allThreads, monitor);
    if (!figures)
        return figures.error();
    made.figures = *figures;
    made.figures->imageError = made.imageError.value_or(0);
    made.figures->rounds = made.rounds;
    return {};
}

/// Decodes and analyses again, on the axes of the images where they have such.
Result<Reconstruction> decodeSet(ImageSet& images, const Codec& codec, const std::vector<std::string>& given,
                                 const ReconstructParams& params, JobMonitor& monitor)
{
    auto decoding = codec.open(images, given, monitor);
    if (!decoding)
        return decoding.error();
    PartMonitor finding(monitor, 0, 0.9);
    auto found = (*decoding)->audio(params, allThreads, finding);
    if (!found)
        return found.error();
    auto sound = std::make_shared<Audio>(std::move(found->audio));
    const MelAnalysis* own = (*decoding)->melAnalysis();
    const MelAnalysis analysis = own ? *own : previewAnalysis(codec, sound->sampleRate);
    Reconstruction made;
    made.rounds = found->rounds;
    if (MagnitudeSource* mel = (*decoding)->mel()) {
        PartMonitor measuring(monitor, 0.9, 0.95);
        auto error = imageErrorOf(*sound, *mel, analysis, allThreads, measuring);
        if (!error)
            return error.error();
        made.imageError = *error;
    }
    PartMonitor showing(monitor, 0.95, 1);
    auto spectrogram = displaySpectrogram(*sound, analysis, allThreads, showing);
    if (!spectrogram)
        return spectrogram.error();
    made.sound = std::move(sound);
    made.spectrogram = *spectrogram;
    return made;
}

} // namespace

Result<Image> TileSetImages::load(std::size_t index)
{
    const TileFile& tile = set_->tiles[index];
    return decodePng(tile.png, tile.name);
}

Result<RecordSet> recordSetOf(std::string place, const TileSet& set, JobMonitor& monitor)
{
    RecordSet known{std::move(place), {}};
    for (const TileFile& tile : set.tiles) {
        if (monitor.cancelled())
            return cancelledError();
        const auto image = decodePng(tile.png, tile.name);
        if (!image)
            return image.error();
        known.tiles.push_back({tile.name, sha256(tile.png), perceptualHash(image.value()), tile.record});
    }
    return known;
}

Result<TileSet> encodeToMemory(std::shared_ptr<const Audio> sound, const Record::Source& origin,
                               const std::string& stem, const Codec& codec, JobMonitor& monitor)
{
    TileSet set;
    const auto source = memorySource(std::move(sound));
    const auto keep = [&](Tile tile) -> Result<void> {
        auto png = encodePng(tile.image, monitor);
        if (!png)
            return png.error();
        set.tiles.push_back({tileFileName(stem, static_cast<int>(set.tiles.size())), std::move(*png),
                             std::move(tile.record)});
        return {};
    };
    auto report = codec.encode(*source, origin, keep, allThreads, monitor);
    if (!report)
        return report.error();
    set.report = *report;
    return set;
}

Result<Reconstruction> roundTrip(const RoundTripJob& job, JobMonitor& monitor)
{
    std::shared_ptr<const TileSet> tiles = job.tiles;
    if (!tiles) {
        PartMonitor encoding(monitor, 0, 0.15);
        auto set = encodeToMemory(job.sound, job.origin, job.stem, *job.codec, encoding);
        if (!set)
            return set.error();
        auto edited = editedTileSet(*set, *job.codec, job.edits, encoding);
        if (!edited)
            return edited.error();
        tiles = std::make_shared<TileSet>(std::move(*edited));
    }
    TileSetImages images(tiles);
    PartMonitor decoding(monitor, 0.15, 0.95);
    auto made = decodeSet(images, *job.codec, {}, job.params, decoding);
    if (!made)
        return made;
    made->tiles = tiles;
    PartMonitor comparing(monitor, 0.95, 1);
    const double topHz = made->spectrogram->analysis.mel.topHz;
    if (auto compared = addFigures(*made, *job.sound, topHz, comparing); !compared)
        return compared.error();
    return made;
}

Result<Reconstruction> reconstructImages(ImageSet& images, const Codec& codec, const std::vector<std::string>& given,
                                         const ReconstructParams& params, JobMonitor& monitor)
{
    noticeOrder(images, monitor);
    return decodeSet(images, codec, given, params, monitor);
}

} // namespace sonoloom
