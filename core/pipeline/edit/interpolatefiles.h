// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/decode.h"
#include "core/pipeline/edit/editedimages.h"
#include "core/pipeline/edit/interpolationparams.h"
#include "core/pipeline/edit/joinedsound.h"

namespace sonoloom
{

/// How a column lies between two. @param levelPower of the images' levels, for the space Pixel
/// Errors: those of blendCurveFrom.
Result<MelInterpolation> interpolationOf(const InterpolationParams& params, double levelPower);

/// The images between two, as A_B_00000.png and so on in `folder`, with records as of one sound that goes through all.
///
/// The first is A and the last B, to the pixel where both are drawn with the same rule, power and depth and are of one
/// kind; else they are drawn anew.
/// Errors: InvalidArgument (not two images, params out of range), and those of MelImages::open, drawMel and OutputSet.
Result<EditedImages> interpolateFiles(ImageSet& images, const InterpolationParams& params, const MelImagesWish& wish,
                                      const std::filesystem::path& folder, Overwrite overwrite, JobMonitor& monitor);

/// The same as one sound. Errors: those, and of writeJoined.
Result<JoinedSound> interpolateToSound(ImageSet& images, const InterpolationParams& params, const MelImagesWish& wish,
                                       const SoundOutput& output, JobMonitor& monitor);

} // namespace sonoloom
