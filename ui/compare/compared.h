// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/pipeline/compare/compareimages.h"
#include "core/pipeline/compare/comparereport.h"
#include "core/pipeline/compare/comparesounds.h"
#include "core/pipeline/displayspectrogram.h"

#include <QImage>

#include <array>
#include <filesystem>
#include <memory>
#include <string>

namespace sonoloom
{

/// One side of a comparison: a file or a folder, or a sound that is in memory already.
struct CompareInput {
    std::string name; ///< for the user
    std::filesystem::path path;
    std::shared_ptr<const Audio> sound; ///< null: to be read from `path`

    bool isEmpty() const { return path.empty() && !sound; }
};

/// The input at a path. @param path of a file or folder
CompareInput inputAt(const std::filesystem::path& path);

/// Two images compared, with their pictures.
struct DrawnImages {
    ImageComparison comparison;
    QImage a;
    QImage b;
    QImage difference;
};

/// Two sounds compared, with their pictures on the same times and bands.
struct DrawnComparison {
    SoundComparison comparison;
    std::shared_ptr<const DisplaySpectrogram> a;
    std::shared_ptr<const DisplaySpectrogram> b;
    std::shared_ptr<const DisplaySpectrogram> difference; ///< of a - b as a sound
    std::shared_ptr<const DisplaySpectrogram> levels;     ///< levelsApart() of a and b
};

/// What two inputs are together.
enum class ComparedKind { Sounds, Images };

/// Errors: InvalidArgument (a sound on one side and images on the other).
Result<ComparedKind> kindOf(const CompareInput& first, const CompareInput& second);

/// The images of two files or folders, paired. Errors: NotFound, InvalidArgument (no image in one, or none belong together).
Result<ImagePairing> pairsOf(const CompareInput& first, const CompareInput& second);

/// The sound that these images hold, one after the other; where phases have to be found, as quickly as for a preview.
/// Errors: those of decoding, Cancelled.
Result<std::shared_ptr<const Audio>> soundOfImages(const std::vector<std::filesystem::path>& files, JobMonitor& monitor);

/// Reads two sounds and compares them. Errors: of reading, compareTwoSounds, Cancelled.
Result<std::shared_ptr<const DrawnComparison>> compareSoundInputs(const CompareInput& first, const CompareInput& second,
                                                                 const CompareParams& params, JobMonitor& monitor);

/// Pictures, figures and the page comparison.html of the same, as `sonoloom compare` writes them. A sound that is only in
/// memory is called by its name. @return the page
/// Errors: those of compareImageSets and compareSoundFiles.
Result<std::filesystem::path> writeComparison(const std::array<CompareInput, 2>& inputs, const CompareFilesOptions& options,
                                              JobMonitor& monitor);

} // namespace sonoloom
