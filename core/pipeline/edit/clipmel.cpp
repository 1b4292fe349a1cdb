// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/clipmel.h"

#include "core/base/units.h"
#include "core/pipeline/edit/cliptransition.h"
#include "core/pipeline/edit/livesequence.h"
#include "core/pipeline/edit/meldrawing.h"

#include <algorithm>
#include <cmath>

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
        auto transition = melTransition(clip, columns(clip.transitionSeconds), power_);
        if (transition)
            return transition;
        return Error{transition.error().code, clipText(number, clip.source.filename().string()) +
                                                  ", its transition: " + transition.error().message};
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

Result<void> checkThere(const std::vector<fs::path>& files)
{
    if (files.empty())
        return Error{ErrorCode::InvalidArgument, "There are no clips; add a sound or an image to the sequence."};
    std::error_code ignored;
    for (const fs::path& file : files)
        if (!fs::exists(file, ignored))
            return Error{ErrorCode::NotFound, "'" + file.string() +
                                                  "', which a clip is taken from, is not there; bring it back, or take "
                                                  "the clip out."};
    return {};
}

} // namespace

Result<std::unique_ptr<ClipMel>> ClipMel::open(const Sequence& sequence, const ClipWish& wish, JobMonitor& monitor)
{
    std::unique_ptr<ClipMel> opened(new ClipMel);
    opened->wish_ = wish;
    opened->files_ = filesOf(sequence);
    if (auto there = checkThere(opened->files_); !there)
        return there.error();
    opened->relay_->target = &monitor;
    opened->sources_ = std::make_unique<ClipSources>(opened->files_, wish.params, wish.threads, *opened->relay_);
    auto images = MelImages::open(*opened->sources_, {wish.params, wish.given, ImageExtent::Sound}, monitor);
    opened->relay_->target = nullptr;
    if (!images)
        return images.error();
    opened->images_ = std::move(*images);
    return opened;
}

std::size_t ClipMel::indexOf(const fs::path& source) const
{
    return static_cast<std::size_t>(std::ranges::find(files_, source) - files_.begin());
}

bool ClipMel::serves(const Sequence& sequence, const ClipWish& wish) const
{
    if (sequence.empty() || !(wish == wish_))
        return false;
    const auto files = filesOf(sequence);
    const auto isOpen = [&](const fs::path& file) { return indexOf(file) < files_.size(); };
    // What is first decides the kind of all.
    return std::ranges::all_of(files, isOpen) && images_->isLikeFirst(indexOf(files.front()));
}

std::optional<double> ClipMel::seconds(const fs::path& source) const
{
    const std::size_t index = indexOf(source);
    if (index == files_.size())
        return std::nullopt;
    const MelAnalysis& analysis = images_->analysis();
    return static_cast<double>(images_->columns(index)) * analysis.stft.hop / analysis.sampleRate;
}

Result<MelSequence> ClipMel::lay(const Sequence& sequence)
{
    if (sequence.empty())
        return Error{ErrorCode::InvalidArgument, "There are no clips; add a sound or an image to the sequence."};
    const Laying laying(*images_);
    std::vector<MelPart> parts;
    std::vector<MelTransition> transitions;
    for (std::size_t c = 0; c < sequence.size(); ++c) {
        const std::size_t image = indexOf(sequence[c].source);
        if (image == files_.size())
            return Error{ErrorCode::InvalidArgument, clipText(c, sequence[c].source.filename().string()) +
                                                         " is of a source that is not open; open it first."};
        const auto part = laying.part(sequence[c], c, image);
        if (!part)
            return part.error();
        parts.push_back(*part);
        if (c + 1 == sequence.size())
            break;
        auto transition = laying.transition(sequence[c], c);
        if (!transition)
            return transition.error();
        transitions.push_back(std::move(*transition));
    }
    return MelSequence::create(*images_, std::move(parts), std::move(transitions));
}

Result<void> soundClips(ClipMel& clips, const Sequence& sequence, const LiveDecodingJob& job, const PieceSink& sink,
                        JobMonitor& monitor)
{
    auto mel = clips.lay(sequence);
    if (!mel)
        return mel.error();
    clips.setMonitor(&monitor);
    auto done = soundPieces({*mel, clips.images().analysis(), mel->samples()}, job, sink, monitor);
    clips.setMonitor(nullptr);
    return done;
}

} // namespace sonoloom
