// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/decode.h"
#include "core/edit/images/blendparams.h"
#include "core/pipeline/edit/editedimages.h"
#include "core/pipeline/edit/joinedsound.h"

namespace sonoloom
{

/// What becomes of two images.
struct BlendFilesJob {
    BlendParams params;
    MelImagesWish wish;
    std::filesystem::path output;
    Overwrite overwrite = Overwrite::No;
};

/// How two images of one kind give way to each other. A region of 0 is all of the narrower.
/// @param levelPower of the images' levels, for the space Pixel
/// Errors: InvalidArgument (a region wider than one of them, more bands than rows), those of bandFades.
Result<MelTransition> transitionBetween(const MelSet& images, const BlendParams& params, double levelPower);

/// The first image up to the region, both in it, the second from there on: one image with its record. An image in the
/// whole of itself comes back as it was. Errors: InvalidArgument (not two images, a region wider than one of them), and
/// those of bandFades, MelImages::open, checkImageOutput and writeSequence.
Result<EditedImages> blendFiles(ImageSet& images, const BlendFilesJob& job, JobMonitor& monitor);

/// The same as one sound. Errors: those, and of writeJoined.
Result<JoinedSound> blendToSound(ImageSet& images, const BlendParams& params, const MelImagesWish& wish,
                                 const SoundOutput& output, JobMonitor& monitor);

/// ai-music-generation's blend (blendAsPeer): both images with the region in them, as 8-bit RGB without records, into
/// the folder `job.output` under their own names, as PNG. A region of 0 is the narrower's width. Errors: InvalidArgument, those
/// of loading, Exists, WriteFailed.
Result<EditedImages> blendFilesAsPeer(ImageSet& images, const BlendFilesJob& job, JobMonitor& monitor);

} // namespace sonoloom
