// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusiongrid.h"
#include "core/codec/riffusionpass.h"

#include <cstdint>
#include <vector>

namespace sonoloom
{

/// Sound as the peers hold it: 16-bit samples, `[channels][samples]`.
struct PeerSound {
    int sampleRate = 44100;
    std::vector<std::vector<std::int16_t>> channels;

    std::size_t sampleCount() const { return channels.front().size(); }
};

/// A stretch of the sound that becomes one image, and how long it is with the zeros behind it.
struct PeerChunk {
    std::size_t first = 0;
    std::size_t samples = 0; ///< may reach beyond the sound by rounding of milliseconds: zeros there
    std::size_t padded = 0;  ///< >= samples
    bool operator==(const PeerChunk&) const = default;
};

/// The whole sound with the channels and the rate of the compatible mode: mono at 44100 Hz, or, for level peak, one or
/// two channels at the sound's own rate.
Result<PeerSound> readPeerSound(AudioSource& source, const RiffusionParams& params, JobMonitor& monitor);

/// The slices of pydub's millisecond arithmetic; the last one padded to `duration` except for level peak.
std::vector<PeerChunk> peerChunks(const RiffusionParams& params, std::size_t samples, int sampleRate);

/// The tiles of these chunks: 1 + padded/hop columns each, all with sound in them.
std::vector<TileSpan> peerTiles(const std::vector<PeerChunk>& chunks, std::size_t samples, int hop);

/// Analyses each chunk on its own, reflected at its own ends, as the peers do.
class ChunkPass final : public MelPass
{
public:
    ChunkPass(const PeerSound& sound, std::vector<PeerChunk> chunks, const MelAnalysis& analysis, int threads)
        : sound_(sound), chunks_(std::move(chunks)), analysis_(analysis), threads_(threads)
    {
    }
    Result<void> run(const ColumnSink& sink, JobMonitor& monitor) override;

private:
    Result<std::size_t> runChunk(const PeerChunk& chunk, std::size_t first, const ColumnSink& sink, JobMonitor& monitor);

    const PeerSound& sound_;
    std::vector<PeerChunk> chunks_;
    MelAnalysis analysis_;
    int threads_;
};

} // namespace sonoloom
