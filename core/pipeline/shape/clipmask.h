// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/pipeline/preview.h"

#include <cstdint>

namespace sonoloom
{

/// Where images of levels are clipped: their pixels have the value of full level, 0.
struct ClipMask {
    Grid<std::uint8_t> marked; ///< `[height x width]`, the top row first; not 0: a clipped pixel falls on it
    std::size_t pixels = 0;    ///< clipped, in the part looked at
};

/// The part of the images from `from` to `to` seconds, on a picture of this size. In images with three channels green and
/// blue are the levels. Errors: Cancelled.
Result<ClipMask> clipMask(const TilePreview& tiles, double from, double to, int width, int height, JobMonitor& monitor);

} // namespace sonoloom
