// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusioncompat.h"

#include "core/base/units.h"
#include "core/codec/riffusionmix.h"
#include "core/dsp/resample.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int peerRate = 44100;
constexpr std::size_t blockSamples = 65536;

std::int16_t int16Of(float sample)
{
    return static_cast<std::int16_t>(std::clamp(std::nearbyint(sample * int16FullScale), -32768.0, 32767.0));
}

/// Round half to even, as Python's round().
std::size_t millisecondsOf(std::size_t samples, int sampleRate)
{
    return static_cast<std::size_t>(std::nearbyint(1000.0 * static_cast<double>(samples) / sampleRate));
}

std::size_t sampleAt(std::size_t milliseconds, int sampleRate)
{
    return static_cast<std::size_t>(static_cast<double>(milliseconds) * (sampleRate / 1000.0));
}

/// Channels that the chunked sound has before it is mixed down by the peer's rule.
int peerChannels(const RiffusionParams& params, int sourceChannels)
{
    const bool mayBeStereo = params.level == LevelRule::Peak && params.channels != RiffusionChannels::Mono;
    if (!mayBeStereo)
        return 1;
    return params.channels == RiffusionChannels::Stereo ? 2 : std::min(sourceChannels, 2);
}

Result<std::vector<std::vector<std::int16_t>>> readInt16(AudioSource& source, int channels, JobMonitor& monitor)
{
    if (auto rewound = source.rewind(); !rewound)
        return rewound.error();
    const bool mixes = channels == 1;
    std::vector<std::vector<std::int16_t>> whole(static_cast<std::size_t>(channels));
    while (true) {
        if (monitor.cancelled())
            return cancelledError();
        auto block = source.read(blockSamples);
        if (!block)
            return block.error();
        if (block->sampleCount() == 0)
            return whole;
        const Audio audio = mixes ? std::move(*block) : mixedTo(std::move(*block), channels);
        std::vector<std::vector<std::int16_t>> integers(audio.channelCount());
        for (std::size_t c = 0; c < integers.size(); ++c)
            std::transform(audio.channels[c].begin(), audio.channels[c].end(), std::back_inserter(integers[c]), int16Of);
        if (mixes && integers.size() > 1)
            integers = {monoAsPydub(integers)};
        for (std::size_t c = 0; c < whole.size(); ++c)
            whole[c].insert(whole[c].end(), integers[c].begin(), integers[c].end());
    }
}

} // namespace

Result<PeerSound> readPeerSound(AudioSource& source, const RiffusionParams& params, JobMonitor& monitor)
{
    auto channels = readInt16(source, peerChannels(params, source.channelCount()), monitor);
    if (!channels)
        return channels.error();
    if (channels->front().empty())
        return Error{ErrorCode::Corrupt, "The sound holds no samples."};
    if (params.level == LevelRule::Peak || source.sampleRate() == peerRate)
        return PeerSound{source.sampleRate(), std::move(*channels)};
    return PeerSound{peerRate, {rateConvertAsAudioop(channels->front(), source.sampleRate(), peerRate)}};
}

std::vector<PeerChunk> peerChunks(const RiffusionParams& params, std::size_t samples, int sampleRate)
{
    const std::size_t length = millisecondsOf(samples, sampleRate);
    const auto duration = static_cast<std::size_t>(params.durationMs);
    const bool pads = params.level != LevelRule::Peak;
    if (params.whole || (!pads && length <= duration))
        return {{0, samples, samples}};
    std::vector<PeerChunk> chunks;
    for (std::size_t start = 0; start == 0 || start < length; start += duration) {
        const std::size_t first = sampleAt(start, sampleRate);
        const bool last = start + duration >= length;
        const std::size_t end = last && !pads ? samples : sampleAt(std::min(start + duration, length), sampleRate);
        PeerChunk chunk{first, end - first, end - first};
        const std::size_t chunkMs = millisecondsOf(chunk.samples, sampleRate);
        if (pads && chunkMs < duration) {
            const double missing = static_cast<double>(duration - chunkMs) / 1000.0;
            chunk.padded += static_cast<std::size_t>(sampleRate * missing);
        }
        chunks.push_back(chunk);
    }
    return chunks;
}

std::vector<TileSpan> peerTiles(const std::vector<PeerChunk>& chunks, std::size_t samples, int hop)
{
    std::vector<TileSpan> tiles;
    std::size_t column = 0;
    for (const PeerChunk& chunk : chunks) {
        const std::size_t width = centredFrameCount(chunk.padded, hop);
        tiles.push_back({column, width, static_cast<int>(width), chunk.first,
                         std::min(chunk.samples, samples - std::min(samples, chunk.first))});
        column += width;
    }
    return tiles;
}

Result<void> ChunkPass::run(const ColumnSink& sink, JobMonitor& monitor)
{
    std::size_t column = 0;
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        auto columns = runChunk(chunks_[i], column, sink, monitor);
        if (!columns)
            return columns.error();
        column += *columns;
        monitor.progress(static_cast<double>(i + 1) / static_cast<double>(chunks_.size()), "Analysing the sound");
    }
    return {};
}

Result<std::size_t> ChunkPass::runChunk(const PeerChunk& chunk, std::size_t first, const ColumnSink& sink,
                                        JobMonitor& monitor)
{
    std::vector<MelAnalyser> analysers;
    for (std::size_t c = 0; c < sound_.channels.size(); ++c)
        analysers.emplace_back(analysis_.stft, analysis_.mel, analysis_.sampleRate, threads_);
    const std::size_t columns = centredFrameCount(chunk.padded, analysis_.stft.hop);
    std::vector<Grid<float>> mel(analysers.size());
    std::size_t done = 0;
    const auto deliver = [&]() -> Result<void> {
        const std::size_t start = first + done;
        done += mel.front().rows();
        return mel.front().empty() ? Result<void>{} : sink(start, mel);
    };
    for (std::size_t at = 0; at < chunk.padded; at += blockSamples) {
        if (monitor.cancelled())
            return cancelledError();
        std::vector<float> block(std::min(blockSamples, chunk.padded - at));
        for (std::size_t c = 0; c < analysers.size(); ++c) {
            for (std::size_t i = 0; i < block.size(); ++i) {
                const std::size_t index = chunk.first + at + i;
                const bool inside = at + i < chunk.samples && index < sound_.sampleCount();
                block[i] = inside ? static_cast<float>(sound_.channels[c][index]) : 0.0f;
            }
            mel[c] = analysers[c].feed(block);
        }
        if (auto delivered = deliver(); !delivered)
            return delivered.error();
    }
    for (std::size_t c = 0; c < analysers.size(); ++c)
        mel[c] = analysers[c].finish(columns);
    if (auto delivered = deliver(); !delivered)
        return delivered.error();
    return columns;
}

} // namespace sonoloom
