// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/hobbyexif.h"
#include "core/codec/riffusionencode.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

bool isWhole(double value)
{
    return value == std::floor(value);
}

/// riffusion-hobby reads milliseconds as whole numbers only: others it must not find.
bool hasHobbyTags(const RiffusionParams& params)
{
    return isWhole(params.stepMs) && isWhole(params.windowMs) && isWhole(params.paddedMs);
}

HobbyTags tagsOf(const EncodePlan& plan, const Record& record)
{
    const RiffusionParams& p = plan.params;
    HobbyTags tags{{hobbytag::sampleRate, plan.analysis.sampleRate},
                   {hobbytag::stereo, plan.channels == 2 ? 1 : 0},
                   {hobbytag::stepMs, p.stepMs},
                   {hobbytag::windowMs, p.windowMs},
                   {hobbytag::paddedMs, p.paddedMs},
                   {hobbytag::bands, p.bands},
                   {hobbytag::minHz, p.minHz},
                   {hobbytag::topHz, p.topHz},
                   {hobbytag::power, p.power}};
    if (p.level != LevelRule::MinMax)
        tags[hobbytag::maxValue] = std::pow(record.level->maxvol, 1.0 / p.power);
    return tags;
}

} // namespace

bool EncodePlan::isRgb() const
{
    const bool hobby = params.compatible && params.level == LevelRule::Peak;
    return channels == 2 || params.rgb || hobby;
}

Record recordOfTile(const EncodePlan& plan, std::size_t index, const LevelCurve& curve)
{
    const TileSpan& span = plan.tiles[index];
    Record record;
    record.format = "riffusion";
    RiffusionParams params = plan.params;
    for (const Field& field : fieldsOf(params))
        record.params[std::string(field.key)] = fieldText(field);
    record.sampleRate = plan.analysis.sampleRate;
    record.channels = plan.channels;
    record.source = plan.origin;
    record.tile = Record::TilePlace{static_cast<int>(index), static_cast<int>(plan.tiles.size()), span.firstSample,
                                    span.samples, static_cast<int>(span.columns)};
    record.level = Record::Level{record.params["level"], curve.maxvol, curve.lo, curve.hi};
    return record;
}

void attachRecord(Image& image, const EncodePlan& plan, const Record& record)
{
    const RiffusionParams& p = plan.params;
    if (!p.compatible)
        image.text[recordKeyword] = recordToJson(record);
    if (hasHobbyTags(p) && (!p.compatible || p.level == LevelRule::Peak))
        image.exif = hobbyExifBlock(tagsOf(plan, record));
}

Result<void> checkTiles(const EncodePlan& plan)
{
    const auto widest = std::ranges::max(plan.tiles, {}, &TileSpan::width).width;
    return checkImageSize(static_cast<std::size_t>(widest), plan.params.bands, !plan.isRgb(),
                          plan.params.whole ? "whole" : "duration");
}

} // namespace sonoloom
