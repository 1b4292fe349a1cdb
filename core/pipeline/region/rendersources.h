// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/edit/editedimages.h"
#include "core/pipeline/edit/joinedsound.h"
#include "core/project/project.h"

namespace sonoloom
{

/// What a project works on, a sound or mel images, with its edits, as one sound. Errors: NotFound (a source), Unsupported (a
/// format without mel magnitudes), those of the codec, of editedImages and of writeJoined.
Result<JoinedSound> renderSources(const Project& project, const SoundOutput& output, JobMonitor& monitor);

/// The same as images in `folder`: tiles of a sound, or the images under their names. Errors: those, Exists, WriteFailed.
Result<EditedImages> renderSourceImages(const Project& project, const std::filesystem::path& folder, Overwrite overwrite,
                                        JobMonitor& monitor);

} // namespace sonoloom
