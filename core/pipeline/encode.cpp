// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/encode.h"

#include "core/base/parallel.h"
#include "core/io/audiofile.h"
#include "core/io/imagefile.h"
#include "core/pipeline/region/editedtiles.h"
#include "core/pipeline/rgb.h"

#include <cstdio>
#include <set>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

/// A tile ready to be written.
struct PackedTile {
    std::string png;
    std::string sha256;
    std::string look;
};

/// Packs tiles, as many at once as there are threads, and writes them in their order; keeps what the sidecar says of them.
class TileWriter
{
public:
    TileWriter(OutputSet& outputs, const EncodeFilesOptions& options, std::string stem, JobMonitor& monitor)
        : outputs_(outputs), folder_(options.folder), stem_(std::move(stem)), rgb_(options.rgb), nameOf_(options.slices ? sliceFileName : tileFileName),
          atOnce_(static_cast<std::size_t>(options.threads > 0 ? options.threads : defaultThreadCount())), monitor_(monitor)
    {
    }

    Result<void> write(Tile tile)
    {
        if (rgb_) {
            tile.image = toRgb(tile.image, tile.record);
            tile.record = rgbRecord(std::move(tile.record));
        }
        waiting_.push_back(std::move(tile));
        return waiting_.size() < atOnce_ ? Result<void>{} : finish();
    }

    /// Writes what waits. Errors: as encodePng and OutputSet::add.
    Result<void> finish()
    {
        std::vector<Result<PackedTile>> packed(waiting_.size(), Result<PackedTile>(cancelledError()));
        parallelFor(waiting_.size(), static_cast<int>(atOnce_), [&](std::size_t i) { packed[i] = pack(waiting_[i].image); });
        for (std::size_t i = 0; i < packed.size(); ++i) {
            if (!packed[i])
                return packed[i].error();
            if (auto added = add(std::move(waiting_[i]), packed[i].value()); !added)
                return added;
        }
        waiting_.clear();
        return {};
    }

    StagedEncoding staged;
    Sidecar sidecar;

private:
    Result<PackedTile> pack(const Image& image) const
    {
        auto png = encodePng(image, monitor_);
        if (!png)
            return png.error();
        std::string sum = sha256(*png);
        return PackedTile{std::move(*png), std::move(sum), perceptualHash(image)};
    }

    Result<void> add(Tile tile, const PackedTile& packed)
    {
        const std::string name = nameOf_(stem_, static_cast<int>(staged.tiles.size()));
        const auto temporary = outputs_.add(folder_ / name, packed.png);
        if (!temporary)
            return temporary.error();
        note(tile, name, packed);
        staged.file.images.push_back(folder_ / name);
        staged.tiles.push_back({temporary.value(), std::move(tile.record)});
        return {};
    }

    void note(const Tile& tile, const std::string& name, const PackedTile& packed)
    {
        if (sidecar.tiles.empty()) {
            sidecar.shared = tile.record;
            sidecar.shared.tile.reset();
            sidecar.shared.level.reset();
        }
        sidecar.tiles.push_back({name, packed.sha256, packed.look, tile.record.tile.value_or(Record::TilePlace{}),
                                 tile.record.level.value_or(Record::Level{})});
    }

    OutputSet& outputs_;
    fs::path folder_;
    std::string stem_;
    bool rgb_;
    std::string (*nameOf_)(const std::string& stem, int index);
    std::size_t atOnce_;
    JobMonitor& monitor_;
    std::vector<Tile> waiting_;
};

std::string freeStem(const fs::path& file, const std::set<std::string>& taken)
{
    const std::string stem = file.stem().string();
    if (!taken.contains(stem))
        return stem;
    const std::string full = file.filename().string();
    std::string candidate = full;
    for (int number = 2; taken.contains(candidate); ++number)
        candidate = full + "_" + std::to_string(number);
    return candidate;
}

Result<Record::Source> originOf(const fs::path& audio, const AudioSource& source, const JobMonitor& monitor)
{
    auto hash = fileSha256(audio, monitor);
    if (!hash)
        return hash.error();
    return Record::Source{audio.filename().string(), *hash, source.sampleCount()};
}

fs::path sidecarPlace(const fs::path& folder, const std::string& stem)
{
    return folder / (stem + sidecarSuffix);
}

} // namespace

std::vector<std::string> outputStems(const std::vector<fs::path>& files)
{
    std::vector<std::string> stems;
    std::set<std::string> taken;
    for (const fs::path& file : files) {
        stems.push_back(freeStem(file, taken));
        taken.insert(stems.back());
    }
    return stems;
}

std::string tileFileName(const std::string& stem, int index)
{
    char number[16];
    std::snprintf(number, sizeof number, "_%05d.png", index);
    return stem + number;
}

std::string sliceFileName(const std::string& stem, int index)
{
    char number[24];
    std::snprintf(number, sizeof number, "_slice_%04d.png", index);
    return stem + number;
}

Result<StagedEncoding> stageEncoding(OutputSet& outputs, const fs::path& audio, const std::string& stem,
                                     const Codec& codec, const EncodeFilesOptions& options, JobMonitor& monitor)
{
    if (auto free = outputs.expect(options.folder / (options.slices ? sliceFileName : tileFileName)(stem, 0)); !free)
        return free.error();
    const fs::path sidecar = sidecarPlace(options.folder, stem);
    if (auto free = outputs.expect(sidecar); options.sidecar && !free)
        return free.error();
    auto source = openAudioFile(audio, monitor);
    if (!source)
        return source.error();
    const auto origin = originOf(audio, **source, monitor);
    if (!origin)
        return origin.error();
    TileWriter writer(outputs, options, stem, monitor);
    const auto sink = [&writer](Tile tile) { return writer.write(std::move(tile)); };
    auto report = encodeEdited(codec, **source, origin.value(), options.edits, sink, options.threads, monitor);
    if (!report)
        return report.error();
    if (auto written = writer.finish(); !written)
        return written.error();
    writer.staged.file.audio = audio;
    writer.staged.file.report = *report;
    if (options.sidecar) {
        if (auto added = outputs.add(sidecar, sidecarToJson(writer.sidecar)); !added)
            return added.error();
        writer.staged.file.sidecar = sidecar;
    }
    return std::move(writer.staged);
}

std::vector<fs::path> staleTiles(const fs::path& folder, const std::string& stem, std::size_t count)
{
    std::vector<fs::path> stale;
    const auto json = readFile(sidecarPlace(folder, stem));
    const auto before = json ? sidecarFromJson(json.value()) : Result<Sidecar>(Sidecar{});
    if (!before)
        return stale;
    for (std::size_t i = count; i < before.value().tiles.size(); ++i) {
        const Sidecar::Entry& entry = before.value().tiles[i];
        const fs::path image = folder / tileFileName(stem, static_cast<int>(i));
        if (entry.name != image.filename().string())
            continue;
        if (const auto hash = fileSha256(image); hash && hash.value() == entry.sha256)
            stale.push_back(image);
    }
    return stale;
}

void removeStale(const std::vector<fs::path>& images, JobMonitor& monitor)
{
    std::error_code ignored;
    for (const fs::path& image : images)
        fs::remove(image, ignored);
    if (!images.empty())
        monitor.notice("Removed " + std::to_string(images.size()) + " images of the longer set that was replaced, from '" +
                       images.front().filename().string() + "' on.");
}

Result<EncodedFile> encodeFile(const fs::path& audio, const std::string& stem, const Codec& codec,
                               const EncodeFilesOptions& options, JobMonitor& monitor)
{
    OutputSet outputs(options.overwrite);
    auto staged = stageEncoding(outputs, audio, stem, codec, options, monitor);
    if (!staged)
        return staged.error();
    const auto stale = staleTiles(options.folder, stem, staged->tiles.size());
    if (auto committed = outputs.commit(); !committed)
        return committed.error();
    removeStale(stale, monitor);
    return std::move(staged->file);
}

} // namespace sonoloom
