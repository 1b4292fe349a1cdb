// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/pipeline/compare/comparesounds.h"
#include "core/pipeline/displayspectrogram.h"

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

/// Two sounds compared, with their pictures on the same times and bands.
struct ComparedSounds {
    SoundComparison comparison;
    std::shared_ptr<const DisplaySpectrogram> a;
    std::shared_ptr<const DisplaySpectrogram> b;
    std::shared_ptr<const DisplaySpectrogram> difference; ///< of a - b as a sound
    std::shared_ptr<const DisplaySpectrogram> levels;     ///< levelsApart() of a and b
};

/// Reads and compares. Errors: of reading, compareTwoSounds, Cancelled.
Result<std::shared_ptr<const ComparedSounds>> compareInputs(const CompareInput& first, const CompareInput& second,
                                                            const CompareParams& params, JobMonitor& monitor);

} // namespace sonoloom
