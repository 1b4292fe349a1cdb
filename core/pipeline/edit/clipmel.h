// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/edit/clipsources.h"
#include "core/pipeline/edit/melsequence.h"
#include "core/pipeline/edit/melimages.h"
#include "core/pipeline/livedecoding.h"
#include "core/project/sequence.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// How the sources of clips are read.
struct ClipWish {
    RiffusionParams params{};         ///< how sounds are drawn, and what images without a record are taken for
    std::vector<std::string> given{}; ///< keys of `params` that beat the images' records
    int threads = 0;
    bool operator==(const ClipWish&) const = default;
};

/// The sources of a sequence's clips as magnitudes of one kind, the first clip's. They are opened once and laid out again
/// and again while the clips change. For one thread at a time.
class ClipMel
{
public:
    /// Errors: InvalidArgument (no clips), NotFound naming a missing source, and those of MelImages::open.
    static Result<std::unique_ptr<ClipMel>> open(const Sequence& sequence, const ClipWish& wish, JobMonitor& monitor);

    /// Whether these clips would be the same if they were opened anew.
    bool serves(const Sequence& sequence, const ClipWish& wish) const;
    /// How long a source is; nothing for one that is not among them.
    std::optional<double> seconds(const std::filesystem::path& source) const;
    const MelImages& images() const { return *images_; }

    /// The clips as one timeline, which this must outlive.
    /// Errors: InvalidArgument (a clip that ends before it begins or begins behind its source; transitions longer than a
    /// clip, or with settings that are none; a source that was not opened).
    Result<MelSequence> lay(const Sequence& sequence);

    /// Who is asked whether to stop while a sound is drawn again; nobody after the job that opened this.
    void setMonitor(const JobMonitor* monitor) { relay_->target = monitor; }

private:
    struct Relay final : JobMonitor {
        bool cancelled() const override { return target && target->cancelled(); }
        const JobMonitor* target = nullptr;
    };
    ClipMel() = default;
    std::size_t indexOf(const std::filesystem::path& source) const;

    ClipWish wish_;
    std::vector<std::filesystem::path> files_;
    std::unique_ptr<Relay> relay_ = std::make_unique<Relay>();
    std::unique_ptr<ClipSources> sources_;
    std::unique_ptr<MelImages> images_;
};

/// Sounds clips in pieces, as soundPieces(). Errors: those of lay() and soundPieces().
Result<void> soundClips(ClipMel& clips, const Sequence& sequence, const LiveDecodingJob& job, const PieceSink& sink,
                        JobMonitor& monitor);

} // namespace sonoloom
