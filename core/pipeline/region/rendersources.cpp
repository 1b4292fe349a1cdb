// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/region/rendersources.h"

#include "core/io/audioformats.h"
#include "core/io/imagefile.h"
#include "core/pipeline/encode.h"
#include "core/pipeline/imageexport.h"
#include "core/pipeline/mendedimages.h"
#include "core/pipeline/region/editedtiles.h"

#include <algorithm>
#include <cctype>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

bool isSound(const fs::path& file)
{
    std::string suffix = file.extension().string();
    suffix.erase(0, suffix.empty() ? 0 : 1);
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::ranges::find(readableAudioSuffixes(), suffix) != readableAudioSuffixes().end();
}

Result<void> checkThere(const Project& project)
{
    if (project.sources.empty())
        return Error{ErrorCode::InvalidArgument, "The project holds no sequence and no source; make one, or open something in it."};
    const auto missing = missingSources(project);
    if (!missing.empty())
        return Error{ErrorCode::NotFound, "'" + missing.front().string() + "', which the project works on, is not there; bring it back."};
    if (!project.edits.empty() && !takesEdits(*project.codec))
        return Error{ErrorCode::Unsupported, "The project's edits are of Riffusion's mel images, but its format is '" + project.codec->name() + "'."};
    return {};
}

/// The images of a project's sound, with its edits.
Result<std::unique_ptr<ImageSet>> imagesOfSound(const Project& project, int threads, JobMonitor& monitor)
{
    const fs::path& file = project.sources.front();
    auto source = openAudioFile(file, monitor);
    if (!source)
        return source.error();
    auto set = std::make_shared<TileSet>();
    const auto keep = [&](Tile tile) -> Result<void> {
        auto png = encodePng(tile.image, monitor);
        if (!png)
            return png.error();
        set->tiles.push_back({tileFileName(file.stem().string(), static_cast<int>(set->tiles.size())), std::move(*png), std::move(tile.record)});
        return {};
    };
    const auto report = encodeEdited(*project.codec, **source, {file.filename().string(), {}, (*source)->sampleCount()}, project.edits, keep, threads, monitor);
    if (!report)
        return report.error();
    return std::unique_ptr<ImageSet>(std::make_unique<TileSetImages>(set));
}

Result<std::unique_ptr<ImageSet>> imagesOf(const Project& project, int threads, JobMonitor& monitor)
{
    if (auto there = checkThere(project); !there)
        return there.error();
    if (isSound(project.sources.front()))
        return imagesOfSound(project, threads, monitor);
    ImageFiles files(project.sources);
    std::unique_ptr<ImageSet> images;
    if (project.mended)
        images = std::make_unique<MendedImages>(std::move(files));
    else
        images = std::make_unique<ImageFiles>(std::move(files));
    return editedImages(std::move(images), *project.codec, project.given, project.edits, monitor);
}

} // namespace

Result<JoinedSound> renderSources(const Project& project, const SoundOutput& output, JobMonitor& monitor)
{
    if (auto suits = checkSoundOutput(output); !suits)
        return suits.error();
    PartMonitor looking(monitor, 0, 0.3);
    PartMonitor writing(monitor, 0.3, 1);
    const auto images = imagesOf(project, output.threads, looking);
    if (!images)
        return images.error();
    const bool ownImages = !isSound(project.sources.front());
    auto decoding = project.codec->open(**images, ownImages ? project.given : std::vector<std::string>(), looking);
    if (!decoding)
        return decoding.error();
    MagnitudeSource* mel = (*decoding)->mel();
    if (!mel)
        return Error{ErrorCode::Unsupported, "Images of the format '" + project.codec->name() + "' hold no mel magnitudes; decode them."};
    return writeJoined(*mel, *(*decoding)->melAnalysis(), (*decoding)->sampleCount(), output, writing);
}

Result<EditedImages> renderSourceImages(const Project& project, const fs::path& folder, Overwrite overwrite, JobMonitor& monitor)
{
    PartMonitor looking(monitor, 0, 0.7);
    PartMonitor writing(monitor, 0.7, 1);
    const auto images = imagesOf(project, 0, looking);
    if (!images)
        return images.error();
    const auto written = exportImages(**images, {folder, false, overwrite}, writing);
    if (!written)
        return written.error();
    EditedImages made;
    made.outputs = *written;
    const auto first = (*images)->load(0);
    if (!first)
        return first.error();
    made.width = first->width;
    made.height = first->height;
    return made;
}

} // namespace sonoloom
