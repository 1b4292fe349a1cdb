// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/renderproject.h"

#include "core/codec/riffusiongrid.h"
#include "core/pipeline/edit/meldrawing.h"

#include <cstdio>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

Result<void> checkClips(const Project& project)
{
    if (project.sequence.empty())
        return Error{ErrorCode::InvalidArgument, "The project holds no sequence; make one, or decode its images."};
    return {};
}

} // namespace

Result<RenderedSequence> RenderedSequence::open(const Project& project, int threads, JobMonitor& monitor)
{
    if (auto there = checkClips(project); !there)
        return there.error();
    auto clips = ClipMel::open(project.sequence, {soundParamsOf(*project.codec), project.given, threads}, monitor);
    if (!clips)
        return clips.error();
    auto mel = (*clips)->lay(project.sequence);
    if (!mel)
        return mel.error();
    (*clips)->setMonitor(&monitor);
    RenderedSequence opened;
    opened.clips_ = std::move(*clips);
    opened.mel_ = std::make_unique<MelSequence>(std::move(*mel));
    return opened;
}

Result<JoinedSound> renderToSound(const Project& project, const SoundOutput& output, JobMonitor& monitor)
{
    if (auto suits = checkSoundOutput(output); !suits)
        return suits.error();
    PartMonitor looking(monitor, 0, 0.2);
    PartMonitor writing(monitor, 0.2, 1);
    auto opened = RenderedSequence::open(project, output.threads, looking);
    if (!opened)
        return opened.error();
    return writeJoined(opened->mel(), opened->images().analysis(), opened->mel().samples(), output, writing);
}

Result<EditedImages> renderToImage(const Project& project, const fs::path& output, Overwrite overwrite,
                                   JobMonitor& monitor)
{
    if (auto suits = checkImageOutput(output, overwrite); !suits)
        return suits.error();
    PartMonitor looking(monitor, 0, 0.4);
    PartMonitor drawing(monitor, 0.4, 1);
    auto opened = RenderedSequence::open(project, 0, looking);
    if (!opened)
        return opened.error();
    return writeSequence(opened->mel(), opened->images(), output, overwrite, drawing);
}

Result<EditedImages> renderToTiles(const Project& project, const fs::path& folder, const std::string& stem,
                                   Overwrite overwrite, JobMonitor& monitor)
{
    PartMonitor looking(monitor, 0, 0.4);
    PartMonitor drawing(monitor, 0.4, 1);
    auto opened = RenderedSequence::open(project, 0, looking);
    if (!opened)
        return opened.error();
    const MelImages& images = opened->images();
    const std::size_t samples = opened->mel().samples();
    RiffusionParams cut = images.reading(0).params;
    cut.durationMs = soundParamsOf(*project.codec).durationMs;
    const LevelCurve curve = commonCurve(images);
    EncodePlan plan =
        planOf(images, curve, bestTiles(samples, images.analysis().stft.hop, columnsPerTile(cut)), {stem, {}, samples});
    plan.params.whole = false;
    plan.params.durationMs = cut.durationMs;
    OutputSet outputs(overwrite);
    EditedImages made{{}, plan.tiles.front().width, plan.params.bands, plan.channels, plan.analysis.sampleRate, samples,
                      {}};
    const auto sink = [&](Tile tile) {
        char number[32];
        std::snprintf(number, sizeof number, "_%05zu.png", made.outputs.size());
        made.outputs.push_back(folder / (stem + number));
        return addImage(outputs, made.outputs.back(), tile.image, monitor);
    };
    const auto report = drawMel(opened->mel(), plan, std::vector(plan.tiles.size(), curve), sink, drawing);
    if (!report)
        return report.error();
    made.report = *report;
    if (auto committed = outputs.commit(); !committed)
        return committed.error();
    return made;
}

} // namespace sonoloom
