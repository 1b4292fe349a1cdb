// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/image.h"

#include <optional>

namespace sonoloom
{

/// Jpeg: the cosine transforms of 8 x 8 blocks lie on the steps of a quantisation. @param image its own raster, uncut
std::optional<Finding> findJpeg(const Image& image, Content content);

/// Jpeg, where edges lie at every eighth pixel: what a low quality leaves where black and white have cut off the rest.
std::optional<Finding> findBlocks(const Image& image, Content content);

} // namespace sonoloom
