// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusion.h"
#include "core/dsp/reconstruct.h"

#include <cstddef>
#include <vector>

namespace sonoloom
{

/// Where one image lies on the timeline of columns and samples.
struct TileSpan {
    std::size_t firstColumn = 0;
    std::size_t columns = 0;  ///< with sound in them; the rest up to `width` has magnitude zero
    int width = 0;
    std::size_t firstSample = 0;
    std::size_t samples = 0;  ///< that the tile stands for
    bool operator==(const TileSpan&) const = default;
};

/// Width of a best tile: the columns of `duration` at the nominal step, rounded up.
std::size_t columnsPerTile(const RiffusionParams& params);

/// The best grid: columns 0 .. max(1, ceil(samples/hop)) - 1, each in exactly one tile, all tiles equally wide.
/// @param width columns a tile; 0: one tile that holds all
std::vector<TileSpan> bestTiles(std::size_t samples, int hop, std::size_t width);

/// The top frequency for a sound of this rate: the default is lowered to half the rate where that is less.
double topHzFor(const RiffusionParams& params, int sampleRate);

/// The analysis of a sound of this rate.
MelAnalysis analysisOf(const RiffusionParams& params, int sampleRate);

/// Errors: InvalidArgument naming the field whose value does not fit the rate or the others.
Result<void> checkAnalysis(const RiffusionParams& params, int sampleRate);

/// Errors: TooLarge for an image that no reader takes (core/io's neither), naming `field` as what to change.
Result<void> checkImageSize(std::size_t width, int height, bool grey, const char* field);

} // namespace sonoloom
