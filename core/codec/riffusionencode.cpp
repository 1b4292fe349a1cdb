// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusionencode.h"

#include "core/codec/riffusioncompat.h"
#include "core/codec/riffusiondraw.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sonoloom
{

namespace
{

int bestChannels(const RiffusionParams& params, int sourceChannels)
{
    switch (params.channels) {
    case RiffusionChannels::Mono:
        return 1;
    case RiffusionChannels::Stereo:
        return 2;
    case RiffusionChannels::Auto:
        break;
    }
    return std::min(sourceChannels, 2);
}

void tellMixing(int sourceChannels, int channels, JobMonitor& monitor)
{
    if (sourceChannels > 2 && channels == 2)
        monitor.notice("The sound has " + std::to_string(sourceChannels) + " channels; they are mixed to stereo.");
}

void tellTopHz(const RiffusionParams& params, const MelAnalysis& analysis, JobMonitor& monitor)
{
    if (analysis.mel.topHz < params.topHz)
        monitor.notice("At " + std::to_string(analysis.sampleRate) + " Hz the top frequency is " +
                       std::to_string(static_cast<int>(analysis.mel.topHz)) + " Hz instead of " +
                       std::to_string(static_cast<int>(params.topHz)) + " Hz.");
}

std::size_t columnsOf(const EncodePlan& plan)
{
    return plan.tiles.back().firstColumn + plan.tiles.back().columns;
}

/// Least and greatest magnitude of each tile, its empty columns included.
class TileRanges
{
public:
    explicit TileRanges(const EncodePlan& plan) : plan_(plan), ranges_(plan.tiles.size())
    {
        for (std::size_t t = 0; t < ranges_.size(); ++t)
            if (plan.tiles[t].columns == static_cast<std::size_t>(plan.tiles[t].width))
                ranges_[t].least = std::numeric_limits<float>::max();
    }

    /// Columns in order.
    void add(std::size_t column, MelRange range)
    {
        while (tile_ + 1 < ranges_.size() && column >= plan_.tiles[tile_ + 1].firstColumn)
            ++tile_;
        ranges_[tile_].least = std::min(ranges_[tile_].least, range.least);
        ranges_[tile_].greatest = std::max(ranges_[tile_].greatest, range.greatest);
    }

    std::vector<MelRange> take() { return std::move(ranges_); }

private:
    const EncodePlan& plan_;
    std::vector<MelRange> ranges_;
    std::size_t tile_ = 0;
};

Result<std::vector<MelRange>> findRanges(MelPass& pass, const EncodePlan& plan, JobMonitor& monitor)
{
    TileRanges ranges(plan);
    if (const auto* known = pass.columnRanges()) {
        for (std::size_t column = 0; column < known->size(); ++column)
            ranges.add(column, (*known)[column]);
        return ranges.take();
    }
    const auto note = [&](std::size_t first, const std::vector<Grid<float>>& mel) -> Result<void> {
        for (std::size_t row = 0; row < mel.front().rows(); ++row)
            ranges.add(first + row, rangeOfColumn(mel, row));
        return {};
    };
    if (auto done = pass.run(note, monitor); !done)
        return done.error();
    return ranges.take();
}

/// The level of a set whose loudest magnitude is given; silence takes 1.
double loudestLevel(float greatest, double power)
{
    return greatest > 0.0f ? levelOf(greatest, power) : 1.0;
}

LevelCurve plainCurve(const RiffusionParams& params)
{
    return {params.level, params.maxvol, params.power, params.depth == PixelDepth::Sixteen ? 16 : 8, {}, {}};
}

std::vector<LevelCurve> curvesOf(const std::vector<MelRange>& ranges, const RiffusionParams& params)
{
    std::vector<LevelCurve> curves(ranges.size(), plainCurve(params));
    float loudest = 0.0f;
    for (const MelRange& range : ranges)
        loudest = std::max(loudest, range.greatest);
    for (std::size_t t = 0; t < curves.size(); ++t) {
        if (params.level == LevelRule::MinMax) {
            curves[t].lo = levelOf(ranges[t].least, params.power);
            curves[t].hi = levelOf(ranges[t].greatest, params.power);
        } else {
            const bool shared = params.level == LevelRule::Shared;
            curves[t].maxvol = loudestLevel(shared ? loudest : ranges[t].greatest, params.power);
        }
    }
    return curves;
}

double reportedMaxvol(const std::vector<LevelCurve>& curves)
{
    return std::ranges::max(curves, {}, &LevelCurve::maxvol).maxvol;
}

} // namespace

Result<EncodeReport> drawTiles(MelPass& pass, const EncodePlan& plan, const TileSink& sink, int threads,
                               JobMonitor& monitor, TileRange part)
{
    if (auto fits = checkTiles(plan); !fits)
        return fits.error();
    std::vector<LevelCurve> curves(plan.tiles.size(), plainCurve(plan.params));
    const bool looksFirst = plan.params.level != LevelRule::Fixed;
    const double half = looksFirst && !pass.columnRanges() ? 0.5 : 0.0;
    KeptPass kept(pass, columnsOf(plan) * static_cast<std::size_t>(plan.params.bands) *
                            static_cast<std::size_t>(plan.channels) * sizeof(float));
    if (looksFirst) {
        PartMonitor looking(monitor, 0, half);
        auto ranges = findRanges(half > 0 ? static_cast<MelPass&>(kept) : pass, plan, looking);
        if (!ranges)
            return ranges.error();
        curves = curvesOf(*ranges, plan.params);
    }
    PartMonitor drawing(monitor, half, 1);
    TileDrawer drawer(plan, curves, sink, threads, part);
    const auto draw = [&](std::size_t first, const std::vector<Grid<float>>& mel) { return drawer.add(first, mel); };
    auto drawn = half > 0 ? kept.run(draw, drawing) : pass.run(draw, drawing);
    if (!drawn)
        return drawn.error();
    EncodeReport report = drawer.report();
    report.maxvol = reportedMaxvol(curves);
    return report;
}

Result<EncodeReport> encodeBest(AudioSource& source, const RiffusionParams& params, const Record::Source& origin,
                                const TileSink& sink, int threads, JobMonitor& monitor)
{
    if (source.sampleCount() == 0)
        return Error{ErrorCode::Corrupt, "The sound '" + origin.name + "' holds no samples."};
    EncodePlan plan{params, analysisOf(params, source.sampleRate()), bestChannels(params, source.channelCount()), {},
                    origin};
    tellMixing(source.channelCount(), plan.channels, monitor);
    tellTopHz(params, plan.analysis, monitor);
    plan.params.topHz = plan.analysis.mel.topHz;
    plan.tiles = bestTiles(source.sampleCount(), plan.analysis.stft.hop, params.whole ? 0 : columnsPerTile(params));
    TimelinePass pass(source, plan.analysis, plan.channels, columnsOf(plan), threads);
    return drawTiles(pass, plan, sink, threads, monitor);
}

Result<EncodeReport> encodeCompatible(AudioSource& source, const RiffusionParams& params, const Record::Source& origin,
                                      const TileSink& sink, int threads, JobMonitor& monitor)
{
    PartMonitor reading(monitor, 0, 0.2);
    auto sound = readPeerSound(source, params, reading);
    if (!sound)
        return sound.error();
    EncodePlan plan{params, analysisOf(params, sound->sampleRate), static_cast<int>(sound->channels.size()), {}, origin};
    plan.analysis.mel.topHz = params.topHz;
    const auto chunks = peerChunks(params, sound->sampleCount(), sound->sampleRate);
    plan.tiles = peerTiles(chunks, sound->sampleCount(), plan.analysis.stft.hop);
    ChunkPass pass(*sound, chunks, plan.analysis, threads);
    PartMonitor drawing(monitor, 0.2, 1);
    return drawTiles(pass, plan, sink, threads, drawing);
}

} // namespace sonoloom
