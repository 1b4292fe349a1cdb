// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/image.h"
#include "core/base/monitor.h"

namespace sonoloom
{

/// What is wrong with an image of sound, in the order of repair; of an image of other content only what spoils any picture.
///
/// Judges by the pixels and by what is expected of them. A frame is looked past, colours are taken back to levels before
/// the rest is judged. How each fault is measured: core/analysis/README.md.
/// @param image 8 or 16 bits, 1, 3 or 4 channels
/// Errors: Cancelled; InvalidArgument for an image without pixels.
Result<std::vector<Finding>> diagnose(const Image& image, const Expected& expected, JobMonitor& monitor);

} // namespace sonoloom
