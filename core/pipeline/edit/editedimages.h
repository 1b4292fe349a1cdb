// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/codec/codec.h"
#include "core/io/atomicfile.h"
#include "core/pipeline/edit/melimages.h"
#include "core/pipeline/edit/melsequence.h"
#include "core/pipeline/outputset.h"

#include <filesystem>
#include <vector>

namespace sonoloom
{

/// Images that were written, all of one height.
struct EditedImages {
    std::vector<std::filesystem::path> outputs;
    int width = 0; ///< of the widest
    int height = 0;
    int channels = 0;        ///< of the sound in them; 0 where only pixels were looked at
    int sampleRate = 0;      ///< of that sound
    std::size_t samples = 0; ///< of that sound
    EncodeReport report;
};

/// Errors: InvalidArgument (no .png), Exists. To be asked before any work is done.
Result<void> checkImageOutput(const std::filesystem::path& output, Overwrite overwrite);

/// Adds an image to the files of a job as PNG. Errors: those of encodePng and OutputSet::add.
Result<void> addImage(OutputSet& outputs, const std::filesystem::path& place, const Image& image,
                      const JobMonitor& monitor);

/// A whole sequence as one image file, with its record. Errors: those of drawMel, Exists, WriteFailed.
Result<EditedImages> writeSequence(MelSequence& sequence, const MelImages& images, const std::filesystem::path& output,
                                   Overwrite overwrite, JobMonitor& monitor);

} // namespace sonoloom
