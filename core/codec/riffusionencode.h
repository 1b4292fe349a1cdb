// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusiongrid.h"
#include "core/codec/riffusionpass.h"

#include <vector>

namespace sonoloom
{

/// All that is settled before the first column is drawn.
struct EncodePlan {
    RiffusionParams params;
    MelAnalysis analysis;
    int channels = 1;            ///< of the sound in the images, 1 or 2
    std::vector<TileSpan> tiles;
    Record::Source origin;

    bool isRgb() const;
};

/// Best: the sound's own rate and one timeline.
Result<EncodeReport> encodeBest(AudioSource& source, const RiffusionParams& params, const Record::Source& origin,
                                const TileSink& sink, int threads, JobMonitor& monitor);

/// Compatible: what the peers' programs make.
Result<EncodeReport> encodeCompatible(AudioSource& source, const RiffusionParams& params, const Record::Source& origin,
                                      const TileSink& sink, int threads, JobMonitor& monitor);

/// Tiles first .. end - 1 of a plan.
struct TileRange {
    std::size_t first = 0;
    std::size_t end = static_cast<std::size_t>(-1);
};

/// Draws the columns of `pass` into the plan's tiles and hands these on in order. Levels that depend on the sound take
/// one run more than drawing. @param part only these are drawn, as they are among all
Result<EncodeReport> drawTiles(MelPass& pass, const EncodePlan& plan, const TileSink& sink, int threads,
                               JobMonitor& monitor, TileRange part = {});

/// The record of a tile, and the texts and EXIF that its image carries by FORMATS (core/codec/README.md, "Metadata").
Record recordOfTile(const EncodePlan& plan, std::size_t index, const LevelCurve& curve);
void attachRecord(Image& image, const EncodePlan& plan, const Record& record);

/// Errors: TooLarge if an image would be more than readers take.
Result<void> checkTiles(const EncodePlan& plan);

} // namespace sonoloom
