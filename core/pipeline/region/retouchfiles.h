// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionedit.h"
#include "core/pipeline/decode.h"
#include "core/pipeline/edit/editedimages.h"

namespace sonoloom
{

/// Regions of images that are edited, and where the images go.
struct RetouchFilesJob {
    RegionEdits edits;
    MelImagesWish wish;           ///< what images without a record are
    std::filesystem::path folder; ///< made if missing
    Overwrite overwrite = Overwrite::No;
};

/// The images, one after the other on one timeline, with the edits, each as NAME.png with its record. An edit that reaches
/// none of them is told. Errors: those of TileGrid::of, exportImages, Cancelled.
Result<EditedImages> retouchFiles(ImageFiles& images, const RetouchFilesJob& job, JobMonitor& monitor);

} // namespace sonoloom
