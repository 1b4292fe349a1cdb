// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/edit/clipmel.h"
#include "core/pipeline/edit/editedimages.h"
#include "core/pipeline/edit/joinedsound.h"
#include "core/project/project.h"

namespace sonoloom
{

/// A project's sequence as one timeline of magnitudes, with all that it reads from.
class RenderedSequence
{
public:
    /// Images of other kinds than the first clip's are converted, sounds are drawn with the project's parameters.
    /// @param monitor must outlive what is opened
    /// Errors: InvalidArgument (no clips; a clip that ends before it begins or begins behind its source; transitions
    /// longer than a clip), NotFound naming a missing source, and those of MelImages::open.
    static Result<RenderedSequence> open(const Project& project, int threads, JobMonitor& monitor);

    MelSequence& mel() { return *mel_; }
    const MelImages& images() const { return clips_->images(); }

private:
    RenderedSequence() = default;

    std::unique_ptr<ClipMel> clips_;
    std::unique_ptr<MelSequence> mel_;
};

/// The sequence as one sound, its phases found as the output says. Errors: those of open, checkSoundOutput,
/// writeJoined.
Result<JoinedSound> renderToSound(const Project& project, const SoundOutput& output, JobMonitor& monitor);

/// The sequence as one wide image. Errors: those of open, checkImageOutput, writeSequence.
Result<EditedImages> renderToImage(const Project& project, const std::filesystem::path& output, Overwrite overwrite,
                                   JobMonitor& monitor);

/// The sequence as tiles of the project's length, STEM_00000.png and so on in `folder`.
/// Errors: those of open, drawMel, Exists, WriteFailed.
Result<EditedImages> renderToTiles(const Project& project, const std::filesystem::path& folder, const std::string& stem,
                                   Overwrite overwrite, JobMonitor& monitor);

} // namespace sonoloom
