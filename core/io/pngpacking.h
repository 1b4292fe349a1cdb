// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

namespace sonoloom
{

/// What is subtracted from each byte before it is packed: nothing, the pixel to the left, or what three neighbours foretell.
enum class PngFilter { None, Sub, Paeth };

/// The filter that packs this image well, by a thirteenth of its rows; the same for the same pixels.
/// Source: PNG specification, "Filter algorithms"; the measurements in tests/bench/README.md.
PngFilter choosePngFilter(const Image& image);

} // namespace sonoloom
