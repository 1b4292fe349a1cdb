// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/renderproject.h"

#include "core/base/units.h"
#include "core/codec/riffusiongrid.h"
#include "core/pipeline/edit/clipsources.h"
#include "core/pipeline/edit/meldrawing.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

std::vector<fs::path> filesOf(const Sequence& sequence)
{
    std::vector<fs::path> files;
    for (const SequenceClip& clip : sequence)
        if (std::ranges::find(files, clip.source) == files.end())
            files.push_back(clip.source);
    return files;
}

std::string clipText(std::size_t clip, const std::string& name)
{
    return "Clip " + std::to_string(clip + 1) + " ('" + name + "')";
}

/// Clips as columns.
class Laying
{
public:
    explicit Laying(const MelImages& images)
        : images_(images),
          columnsPerSecond_(static_cast<double>(images.analysis().sampleRate) / images.analysis().stft.hop)
    {
    }

    /// @param number of the clip @param image that it is taken from
    Result<MelPart> part(const SequenceClip& clip, std::size_t number, std::size_t image) const
    {
        const std::size_t all = images_.columns(image);
        const std::size_t from = columns(clip.from);
        const std::size_t to = clip.to > 0 ? std::min(all, columns(clip.to)) : all;
        if (from >= all)
            return Error{ErrorCode::InvalidArgument,
                         clipText(number, images_.name(image)) +
                             " begins behind the end of its source; give it an earlier 'from'."};
        if (to <= from)
            return Error{ErrorCode::InvalidArgument,
                         clipText(number, images_.name(image)) + " ends where it begins; give it a later 'to'."};
        return MelPart{image, from, to - from, amplitudeFromDecibels(clip.gainDb)};
    }

    /// Errors: InvalidArgument naming the clip whose settings are none of a transition.
    Result<MelTransition> transition(const SequenceClip& clip, std::size_t number) const
    {
        if (clip.transition == ClipTransition::Cut)
            return MelTransition{};
        MelTransition transition{columns(clip.transitionSeconds), {{0, 1, {BlendShape::Power}}}, {}, {}};
        if (clip.transition == ClipTransition::Power)
            return transition;
        auto bands = bandFades(clip.blend);
        if (!bands)
            return Error{bands.error().code, clipText(number, clip.source.filename().string()) +
                                                 ", its transition: " + bands.error().message};
        transition.bands = std::move(*bands);
        transition.scale = {clip.blend.space, power_};
        if (clip.transition == ClipTransition::Interpolation)
            transition.interpolation =
                MelInterpolation{clip.interpolation, power_, addsSquares(transition.bands.front().curve)};
        return transition;
    }

private:
    std::size_t columns(double seconds) const
    {
        return static_cast<std::size_t>(std::llround(seconds * columnsPerSecond_));
    }

    const MelImages& images_;
    double columnsPerSecond_;
    double power_ = commonCurve(images_).power; ///< of the images' levels
};

Result<std::vector<MelPart>> partsOf(const Sequence& sequence, const std::vector<fs::path>& files, const Laying& laying)
{
    std::vector<MelPart> parts;
    for (std::size_t c = 0; c < sequence.size(); ++c) {
        const auto image = std::ranges::find(files, sequence[c].source) - files.begin();
        auto part = laying.part(sequence[c], c, static_cast<std::size_t>(image));
        if (!part)
            return part.error();
        parts.push_back(*part);
    }
    return parts;
}

Result<void> checkThere(const Project& project, const std::vector<fs::path>& files)
{
    if (project.sequence.empty())
        return Error{ErrorCode::InvalidArgument, "The project holds no sequence; make one, or decode its images."};
    const auto missing = missingSources(project);
    for (const fs::path& file : files)
        if (std::ranges::find(missing, file) != missing.end())
            return Error{ErrorCode::NotFound, "'" + file.string() +
                                                  "', which a clip is taken from, is not there; bring it back, or take "
                                                  "the clip out."};
    return {};
}

} // namespace

Result<RenderedSequence> RenderedSequence::open(const Project& project, int threads, JobMonitor& monitor)
{
    const auto files = filesOf(project.sequence);
    if (auto there = checkThere(project, files); !there)
        return there.error();
    const RiffusionParams params = soundParamsOf(*project.codec);
    RenderedSequence opened;
    opened.sources_ = std::make_unique<ClipSources>(files, params, threads, monitor);
    auto images = MelImages::open(*opened.sources_, {params, project.given, ImageExtent::Sound}, monitor);
    if (!images)
        return images.error();
    opened.images_ = std::move(*images);
    const Laying laying(*opened.images_);
    auto parts = partsOf(project.sequence, files, laying);
    if (!parts)
        return parts.error();
    std::vector<MelTransition> transitions;
    for (std::size_t c = 0; c + 1 < project.sequence.size(); ++c) {
        auto transition = laying.transition(project.sequence[c], c);
        if (!transition)
            return transition.error();
        transitions.push_back(std::move(*transition));
    }
    auto mel = MelSequence::create(*opened.images_, std::move(*parts), std::move(transitions));
    if (!mel)
        return mel.error();
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
