// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusionencode.h"
#include "core/pipeline/edit/melimages.h"

#include <cstddef>
#include <vector>

namespace sonoloom
{

/// The curve that several images have in common, so that what is drawn with it can be any of them: their own where they
/// are alike, the loudest maxvol where rule, power and depth are, else rule `shared` with the first one's power, the
/// greatest depth, and a maxvol that reaches the loudest.
LevelCurve commonCurve(const MelImages& images);

/// Whether all images have the same curve, or ones that differ in maxvol, lo and hi alone.
bool areDrawnAlike(const MelImages& images);

/// What is drawn of edited images: the first one's look with the given tiles. `whole`: each image says its own width.
/// @param origin for the records
EncodePlan planOf(const MelImages& images, const LevelCurve& curve, std::vector<TileSpan> tiles, Record::Source origin);

/// Where the sound of edited images comes from: the images' own source where they are neighbours of one sound, else one
/// named after the images, as long as the result.
Record::Source originOf(const MelImages& images, std::size_t samples);

/// Draws all columns of `mel` into the plan's tiles, in order. A tile that has something louder than its curve reaches,
/// as can be where energy was moved, gets a curve that reaches it.
/// @param curves one a tile
/// Errors: TooLarge, Cancelled, those of `mel` and of `sink`.
Result<EncodeReport> drawMel(MagnitudeSource& mel, const EncodePlan& plan, std::vector<LevelCurve> curves,
                             const TileSink& sink, JobMonitor& monitor);

} // namespace sonoloom
