// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/imagecheck.h"
#include "ui/document/opened.h"

#include <vector>

namespace sonoloom
{

/// What is wrong with the images of a set.
struct ImageChecks {
    ImageCheck first; ///< of the first image
    struct Fault {
        Finding finding; ///< of the first image that has it
        int images = 0;  ///< that have it
    };
    std::vector<Fault> faults; ///< in the order of repair
    int checked = 0;

    bool mendable() const;
};

/// Checks the files as they are, of many at most `mostChecked`, evenly spread. Errors: Cancelled, what loading reports.
inline constexpr int mostChecked = 32;
Result<ImageChecks> checkImages(const OpenedImages& images, JobMonitor& monitor);

} // namespace sonoloom
