// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/image.h"
#include "core/base/monitor.h"

namespace sonoloom
{

/// The image with those of `findings` mended that can be, in their order: as diagnose() gave them. Texts and EXIF stay.
/// Errors: Cancelled; InvalidArgument for a finding that does not fit the image.
Result<Image> repair(const Image& image, const std::vector<Finding>& findings, JobMonitor& monitor);

} // namespace sonoloom
