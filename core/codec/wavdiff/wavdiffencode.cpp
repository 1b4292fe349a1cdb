// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/wavdiffencode.h"

#include "core/codec/riffusiongrid.h"
#include "core/codec/riffusionmix.h"
#include "core/codec/wavdiff/lanczos.h"
#include "core/codec/wavdiff/slidingsound.h"
#include "core/codec/wavdiff/wavdiffpixels.h"
#include "core/dsp/resample.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int peerRate = 44100;
constexpr double peerReferenceDb = 60; ///< 20 log10 of 1000
constexpr double peerRangeDb = 80;     ///< below the loudest cell
constexpr double peerLeastMagnitude = 1e-5;
/// The peer's frames are not centred: its first is the centred frame that far behind the start.
constexpr std::size_t peerFirstFrame = 2;
constexpr std::size_t blockSamples = 65536;

using Frames = std::vector<Grid<std::complex<float>>>;

int channelsOf(const WavdiffParams& params, int sourceChannels)
{
    switch (params.channels) {
    case WavdiffChannels::Mono:
        return 1;
    case WavdiffChannels::Stereo:
        return 2;
    case WavdiffChannels::Auto:
        break;
    }
    return std::min(sourceChannels, 2);
}

/// The sound mixed to mono at the peer's rate. The peer's resampler is soxr's, too, at the next lower quality.
Result<std::shared_ptr<const Audio>> monoAtPeerRate(AudioSource& source, JobMonitor& monitor)
{
    if (auto rewound = source.rewind(); !rewound)
        return rewound.error();
    Audio mono = Audio::silence(source.sampleRate(), 1, 0);
    while (true) {
        if (monitor.cancelled())
            return cancelledError();
        auto block = source.read(blockSamples);
        if (!block)
            return block.error();
        if (block->sampleCount() == 0)
            break;
        const Audio mixed = mixedTo(std::move(*block), 1);
        mono.channels[0].insert(mono.channels[0].end(), mixed.channels[0].begin(), mixed.channels[0].end());
        monitor.progress(static_cast<double>(mono.sampleCount()) / static_cast<double>(source.sampleCount()), "Reading the sound");
    }
    auto resampled = resample(mono, peerRate);
    if (!resampled)
        return resampled.error();
    return std::make_shared<const Audio>(std::move(*resampled));
}

/// One encoding: what is settled, then the images in order.
class WavdiffEncoding
{
public:
    WavdiffEncoding(AudioSource& source, const WavdiffParams& params, const Record::Source& origin, const WavdiffOutlet& outlet)
        : source_(source), params_(params), grid_(gridOf(params)), origin_(origin), outlet_(outlet),
          channels_(channelsOf(params, source.channelCount()))
    {
    }

    Result<EncodeReport> run(JobMonitor& monitor)
    {
        tellMixing(monitor);
        PartMonitor trimming(monitor, 0, 0.1);
        if (auto settled = settle(trimming); !settled)
            return settled.error();
        PartMonitor looking(monitor, 0.1, params_.compatible ? 0.5 : 0.1);
        if (auto found = findFloor(looking); !found)
            return found.error();
        PartMonitor drawing(monitor, params_.compatible ? 0.5 : 0.1, 1);
        if (auto drawn = drawAll(drawing); !drawn)
            return drawn.error();
        return report_;
    }

private:
    void tellMixing(JobMonitor& monitor) const
    {
        if (source_.channelCount() > 2 && channels_ == 2)
            monitor.notice("The sound has " + std::to_string(source_.channelCount()) + " channels; they are mixed to stereo.");
    }

    /// The stretch of sound and its images.
    Result<void> settle(JobMonitor& monitor)
    {
        span_ = {0, source_.sampleCount()};
        if (params_.trimDb > 0) {
            auto trimmed = trimmedSpan(source_, params_.trimDb, monitor);
            if (!trimmed)
                return trimmed.error();
            span_ = *trimmed;
        }
        if (!params_.compatible) {
            tiles_ = bestTiles(span_.samples, grid_.stft.hop, static_cast<std::size_t>(grid_.columns));
            return {};
        }
        const auto frame = static_cast<std::size_t>(grid_.stft.fftSize);
        const auto hop = static_cast<std::size_t>(grid_.stft.hop);
        const auto width = static_cast<std::size_t>(grid_.columns);
        frames_ = span_.samples < frame ? 0 : 1 + (span_.samples - frame) / hop;
        for (std::size_t first = 0; first + width <= frames_; first += width)
            tiles_.push_back({first, width, grid_.columns, first * hop, width * hop});
        if (tiles_.empty())
            return Error{ErrorCode::Unsupported,
                         "The sound '" + origin_.name + "' is too short for the compatible mode, which drops images of less "
                                                        "than 11.94 s and silence at the ends; take the best mode."};
        return {};
    }

    Result<Frames> framesOf(SlidingSound& sound, std::size_t first, std::size_t count, JobMonitor& monitor) const
    {
        return sound.frames(first + (params_.compatible ? peerFirstFrame : 0), count, outlet_.threads, monitor);
    }

    /// The peer cuts off what is 80 dB below the loudest cell of the whole sound.
    Result<void> findFloor(JobMonitor& monitor)
    {
        SlidingSound sound(source_, span_, channels_, grid_.stft);
        double greatest = peerLeastMagnitude;
        const auto width = static_cast<std::size_t>(grid_.columns);
        for (std::size_t first = 0; first < frames_; first += width) {
            const auto frames = framesOf(sound, first, std::min(width, frames_ - first), monitor);
            if (!frames)
                return frames.error();
            for (const auto& x : frames.value().front().cells())
                greatest = std::max(greatest, static_cast<double>(std::abs(x)));
            monitor.progress(static_cast<double>(first) / static_cast<double>(frames_), "Finding the level");
        }
        floorDb_ = 20.0 * std::log10(greatest) - peerReferenceDb - peerRangeDb;
        return {};
    }

    Result<void> drawAll(JobMonitor& monitor)
    {
        SlidingSound sound(source_, span_, channels_, grid_.stft);
        for (std::size_t t = 0; t < tiles_.size(); ++t) {
            const auto frames = framesOf(sound, tiles_[t].firstColumn, tiles_[t].columns, monitor);
            if (!frames)
                return frames.error();
            for (const auto& channel : frames.value()) {
                Image image = draw(channel, monitor);
                if (monitor.cancelled())
                    return cancelledError();
                if (auto taken = outlet_.sink(tileOf(std::move(image), tiles_[t])); !taken)
                    return taken;
                monitor.progress(static_cast<double>(report_.tiles) / static_cast<double>(imageCount()), "Drawing the images");
            }
        }
        return {};
    }

    Image draw(const Grid<std::complex<float>>& frames, const JobMonitor& monitor) const
    {
        WavdiffCode code{grid_, WavdiffPixels::Rounded, params_.depth == WavdiffDepth::Sixteen ? 16 : 8, floorDb_};
        if (params_.compatible)
            code.pixels = WavdiffPixels::Peer;
        else if (params_.layout == WavdiffLayout::Exact)
            code.pixels = WavdiffPixels::Exact;
        const Image cells = drawnCells(frames, code, outlet_.threads, monitor);
        return resizedByLanczos4(cells, params_.size, params_.size, outlet_.threads);
    }

    std::size_t imageCount() const { return tiles_.size() * static_cast<std::size_t>(channels_); }

    Tile tileOf(Image image, const TileSpan& span)
    {
        Record record;
        record.format = "wavdiff";
        WavdiffParams params = params_;
        for (const Field& field : fieldsOf(params))
            record.params[std::string(field.key)] = fieldText(field);
        record.sampleRate = source_.sampleRate();
        record.channels = channels_;
        record.source = origin_;
        Record::TilePlace& place = record.tile.emplace(Record::TilePlace{});
        place.index = report_.tiles;
        place.count = static_cast<int>(imageCount());
        place.firstSample = span_.first + span.firstSample;
        place.samples = span.samples;
        place.columns = static_cast<int>(span.columns);
        if (!params_.compatible)
            image.text[recordKeyword] = recordToJson(record);
        ++report_.tiles;
        report_.pixels += image.samples.size();
        return {std::move(image), std::move(record)};
    }

    AudioSource& source_;
    WavdiffParams params_;
    WavdiffGrid grid_;
    Record::Source origin_;
    const WavdiffOutlet& outlet_;
    int channels_;
    SoundSpan span_;
    std::vector<TileSpan> tiles_;
    std::size_t frames_ = 0; ///< of the whole sound, compatible only
    double floorDb_ = -1000;
    EncodeReport report_;
};

} // namespace

Result<EncodeReport> encodeWavdiff(AudioSource& source, const WavdiffParams& params, const Record::Source& origin,
                                   const WavdiffOutlet& outlet, JobMonitor& monitor)
{
    if (source.sampleCount() == 0)
        return Error{ErrorCode::Corrupt, "The sound '" + origin.name + "' holds no samples."};
    if (!params.compatible || (source.sampleRate() == peerRate && source.channelCount() == 1))
        return WavdiffEncoding(source, params, origin, outlet).run(monitor);
    PartMonitor reading(monitor, 0, 0.2);
    const auto mono = monoAtPeerRate(source, reading);
    if (!mono)
        return mono.error();
    const auto held = memorySource(mono.value());
    PartMonitor encoding(monitor, 0.2, 1);
    return WavdiffEncoding(*held, params, origin, outlet).run(encoding);
}

} // namespace sonoloom
