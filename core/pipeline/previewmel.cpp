// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/previewmel.h"

#include "core/codec/riffusioncompat.h"

#include <algorithm>
#include <cassert>

namespace sonoloom
{

namespace
{

constexpr int peerRate = 44100;

int bestChannels(const RiffusionParams& params, std::size_t sourceChannels)
{
    if (params.channels == RiffusionChannels::Auto)
        return static_cast<int>(std::min<std::size_t>(sourceChannels, 2));
    return params.channels == RiffusionChannels::Mono ? 1 : 2;
}

std::size_t columnsOf(const std::vector<TileSpan>& tiles)
{
    return tiles.back().firstColumn + tiles.back().columns;
}

} // namespace

RiffusionParams riffusionParamsOf(const Codec& codec)
{
    assert(codec.name() == "riffusion");
    RiffusionParams params;
    const auto copy = codec.clone();
    const auto read = fieldsFromJson(fieldsOf(params), fieldsToJson(copy->fields()));
    assert(read);
    static_cast<void>(read);
    params.compatible = codec.compatible();
    return params;
}

std::string riffusionMelKey(const RiffusionParams& params)
{
    RiffusionParams key = params;
    const RiffusionParams same;
    key.maxvol = same.maxvol;
    key.power = same.power;
    key.depth = same.depth;
    key.rgb = same.rgb;
    if (!params.compatible) {
        key.level = same.level;
        key.durationMs = same.durationMs;
        key.whole = same.whole;
    } else if (key.level != LevelRule::Peak) {
        key.level = LevelRule::MinMax;
    }
    return (params.compatible ? "compatible " : "best ") + fieldsToJson(fieldsOf(key));
}

MelAnalysis previewAnalysisOf(const RiffusionParams& params, int sampleRate)
{
    const bool asPeer = params.compatible && params.level != LevelRule::Peak;
    return analysisOf(params, asPeer ? peerRate : sampleRate);
}

/// The kept blocks, brought again.
class PreviewMel::Replay final : public MelPass
{
public:
    /// @param first columns before it, and from `end` on, may be left out
    Replay(const PreviewMel& mel, std::size_t first, std::size_t end) : mel_(mel), first_(first), end_(end) {}

    Result<void> run(const ColumnSink& sink, JobMonitor& monitor) override
    {
        for (const Block& block : mel_.blocks_) {
            if (monitor.cancelled())
                return cancelledError();
            if (block.first >= end_ || block.first + block.mel.front().rows() <= first_)
                continue;
            if (auto taken = sink(block.first, block.mel); !taken)
                return taken;
        }
        return {};
    }

    const std::vector<MelRange>* columnRanges() const override { return &mel_.ranges_; }

private:
    const PreviewMel& mel_;
    std::size_t first_;
    std::size_t end_;
};

Result<PreviewMel> PreviewMel::compute(const std::shared_ptr<const Audio>& sound, const RiffusionParams& params,
                                       int threads, JobMonitor& monitor)
{
    PreviewMel mel;
    mel.plan_.params = params;
    mel.samples_ = sound->sampleCount();
    auto done = params.compatible ? mel.computeCompatible(sound, threads, monitor)
                                  : mel.computeBest(sound, threads, monitor);
    if (!done)
        return done.error();
    return mel;
}

void PreviewMel::keep(std::size_t first, const std::vector<Grid<float>>& mel)
{
    for (const Grid<float>& channel : mel)
        levels_->add(channel.cells());
    blocks_.push_back({first, mel});
    for (std::size_t row = 0; row < mel.front().rows(); ++row)
        ranges_.push_back(rangeOfColumn(mel, row));
}

Result<void> PreviewMel::computeBest(const std::shared_ptr<const Audio>& sound, int threads, JobMonitor& monitor)
{
    plan_.analysis = analysisOf(plan_.params, sound->sampleRate);
    plan_.channels = bestChannels(plan_.params, sound->channelCount());
    const std::size_t columns = columnsOf(bestTiles(samples_, plan_.analysis.stft.hop, 0));
    const auto source = memorySource(sound);
    TimelinePass pass(*source, plan_.analysis, plan_.channels, columns, threads);
    DisplayBuilder builder(plan_.analysis, columns, sound->seconds(), threads);
    const auto keep = [&](std::size_t first, const std::vector<Grid<float>>& mel) -> Result<void> {
        builder.add(first, mel);
        this->keep(first, mel);
        return {};
    };
    if (auto done = pass.run(keep, monitor); !done)
        return done;
    spectrogram_ = std::move(builder).finish();
    return {};
}

Result<void> PreviewMel::computeCompatible(const std::shared_ptr<const Audio>& sound, int threads, JobMonitor& monitor)
{
    const auto source = memorySource(sound);
    PartMonitor reading(monitor, 0, 0.1);
    auto peer = readPeerSound(*source, plan_.params, reading);
    if (!peer)
        return peer.error();
    plan_.analysis = analysisOf(plan_.params, peer->sampleRate);
    plan_.channels = static_cast<int>(peer->channels.size());
    const auto chunks = peerChunks(plan_.params, peer->sampleCount(), peer->sampleRate);
    plan_.tiles = peerTiles(chunks, peer->sampleCount(), plan_.analysis.stft.hop);
    ChunkPass pass(*peer, chunks, plan_.analysis, threads);
    const auto keep = [&](std::size_t first, const std::vector<Grid<float>>& mel) -> Result<void> {
        this->keep(first, mel);
        return {};
    };
    PartMonitor chunking(monitor, 0.1, 0.5);
    if (auto done = pass.run(keep, chunking); !done)
        return done;
    PartMonitor showing(monitor, 0.5, 1); // the peer's chunks overlap by a column each: the screen shows the true timeline
    auto spectrogram = displaySpectrogram(*sound, plan_.analysis, threads, showing);
    if (!spectrogram)
        return spectrogram.error();
    spectrogram_ = *spectrogram;
    return {};
}

std::vector<TileSpan> PreviewMel::spans(const RiffusionParams& params) const
{
    return params.compatible ? plan_.tiles : bestTiles(samples_, plan_.analysis.stft.hop, params.whole ? 0 : columnsPerTile(params));
}

Result<EncodeReport> PreviewMel::draw(const RiffusionParams& params, const TileSink& sink, int threads,
                                      JobMonitor& monitor, TileRange part) const
{
    EncodePlan plan = plan_;
    plan.params = params;
    plan.tiles = spans(params);
    if (!params.compatible)
        plan.params.topHz = plan.analysis.mel.topHz;
    part.end = std::min(part.end, plan.tiles.size());
    if (part.first >= part.end)
        return EncodeReport{};
    const TileSpan& last = plan.tiles[part.end - 1];
    Replay replay(*this, plan.tiles[part.first].firstColumn, last.firstColumn + last.columns);
    return drawTiles(replay, plan, sink, threads, monitor, part);
}

} // namespace sonoloom
