// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/codec/codec.h"
#include "core/pipeline/decode.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// What an image is and what is wrong with it.
struct ImageCheck {
    std::string format;      ///< the codec's name; empty if it is no image of sound
    std::string formatLabel; ///< for people, marked with SONO_TR; empty as above
    Recognition recognition; ///< how sure that is, and why; looks past a frame and colours
    RecordOrigin origin = RecordOrigin::None;
    std::vector<Finding> findings; ///< of diagnose(), in the order of repair
    bool mendable() const;
};

/// Recognises and diagnoses one image. Errors: those of loading it, Cancelled.
Result<ImageCheck> checkImage(ImageFiles& images, std::size_t index, JobMonitor& monitor);

/// The same for an image in memory with the record that is known of it, if any.
Result<ImageCheck> checkImage(const Image& image, const std::optional<Record>& record, JobMonitor& monitor);

/// Tells the monitor what is surely wrong with the first image and can be mended, before it is decoded as it is.
/// Errors: those of loading it, Cancelled.
Result<void> noticeFaults(ImageFiles& images, JobMonitor& monitor);

/// The image with what is mendable mended, and with its record in it, wherever that was found.
/// Errors: those of loading it, Cancelled; Unsupported if nothing can be mended.
struct RepairedImage {
    Image image;
    std::vector<Finding> mended;
};
Result<RepairedImage> repairedImage(ImageFiles& images, std::size_t index, JobMonitor& monitor);

/// repairedImage() as a PNG file, written whole or not at all. Errors: those, Exists, WriteFailed.
Result<std::vector<Finding>> repairFile(ImageFiles& images, std::size_t index, const std::filesystem::path& place,
                                        Overwrite overwrite, JobMonitor& monitor);

} // namespace sonoloom
