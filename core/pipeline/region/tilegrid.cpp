// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/region/tilegrid.h"

#include "core/codec/riffusiongrid.h"
#include "core/pipeline/previewmel.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

/// The stretch that a record forgot to tell is taken as the whole range, so that what is read can be drawn again.
void settleCurve(LevelCurve& curve)
{
    if (curve.rule == LevelRule::MinMax && (!curve.lo || !curve.hi)) {
        curve.lo = 0;
        curve.hi = curve.maxvol;
    }
}

/// The peer's images end with the column that the next begins with.
std::size_t ownColumns(const TileReading& reading, bool isLast, bool compatible)
{
    if (!compatible)
        return reading.columns;
    const auto width = static_cast<std::size_t>(reading.width);
    return isLast ? width : std::max<std::size_t>(1, width - 1);
}

} // namespace

bool takesEdits(const Codec& codec)
{
    return codec.name() == "riffusion";
}

std::size_t TileGrid::tileOf(std::size_t column) const
{
    const auto next = std::ranges::upper_bound(firstColumns, column);
    return std::min(readings.size(), static_cast<std::size_t>(next - firstColumns.begin())) - 1;
}

Result<TileGrid> TileGrid::of(ImageSet& images, const Codec& codec, const std::vector<std::string>& given, JobMonitor& monitor)
{
    if (!takesEdits(codec))
        return Error{ErrorCode::Unsupported, "Regions are edited in Riffusion's mel images only; those of the format '" + codec.name() +
                                                 "' stay as they are. Choose the format riffusion."};
    const RiffusionParams params = riffusionParamsOf(codec);
    const ReadingWish wish{params, given};
    OncePerSentence notices(monitor);
    TileGrid tiles;
    tiles.firstColumns.push_back(0);
    for (std::size_t i = 0; i < images.count(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        const auto image = images.load(i);
        if (!image)
            return image.error();
        auto reading = readingOf(*image, images.name(i), images.record(i), wish, notices);
        if (!reading)
            return reading.error();
        if (reading->width != reading->drawnWidth || reading->height != reading->drawnHeight)
            return Error{ErrorCode::Unsupported, images.name(i) + " was resized since it was made; mend it before its regions are edited."};
        if (i > 0)
            if (auto fits = checkFitsTogether(tiles.readings.front(), *reading, images.name(i)); !fits)
                return fits.error();
        settleCurve(reading->curve);
        tiles.firstColumns.push_back(tiles.firstColumns.back() + ownColumns(*reading, i + 1 == images.count(), params.compatible));
        tiles.readings.push_back(std::move(*reading));
    }
    if (tiles.readings.empty())
        return Error{ErrorCode::InvalidArgument, "There are no images to edit; name some."};
    const TileReading& first = tiles.readings.front();
    const MelAnalysis analysis = analysisOf(first.params, first.sampleRate);
    const double ratio = wish.gives("step-ms") && !params.compatible ? params.stepMs / first.params.stepMs : 1.0;
    tiles.grid = {std::max(1, analysis.stft.hop) * ratio / first.sampleRate, tiles.firstColumns.back(),
                  {analysis.mel.bands, analysis.mel.minHz, first.params.topHz}};
    tiles.channels = first.stereo ? 2 : 1;
    tiles.unbiased = !params.compatible;
    return tiles;
}

} // namespace sonoloom
