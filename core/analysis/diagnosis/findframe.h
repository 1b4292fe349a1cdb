// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/image.h"

#include <optional>

namespace sonoloom
{

/// The box inside a frame, where its size is known: moved to that size if it is nearly of it, or the same distance from all
/// sides of the image. White margins around white silence leave no edge to see.
PixelBox adjusted(const PixelBox& box, const Image& image, const Expected& expected);

/// Framed: margins of one colour, with or without letters in them, around a picture with straight edges on all sides.
std::optional<Finding> findFrame(const Image& image, const Expected& expected);

/// The pixels inside the box; texts and EXIF stay. @param box within the image
Image cropped(const Image& image, const PixelBox& box);

} // namespace sonoloom
