// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/codec/codec.h"
#include "core/io/atomicfile.h"

#include <filesystem>
#include <vector>

namespace sonoloom
{

/// How images that are open are written again.
struct ImageExportOptions {
    std::filesystem::path folder; ///< made if missing
    bool rgb = false;             ///< 8-bit RGB, as toRgb()
    Overwrite overwrite = Overwrite::No;
};

/// The images as the set brings them, each as NAME.png with its record, wherever that was found. All appear together at
/// the end or none does. Errors: what loading reports, Exists, WriteFailed, Cancelled.
Result<std::vector<std::filesystem::path>> exportImages(ImageSet& images, const ImageExportOptions& options,
                                                        JobMonitor& monitor);

} // namespace sonoloom
