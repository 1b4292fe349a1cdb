// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/slidingsound.h"

#include "core/codec/riffusionmix.h"

#include <algorithm>
#include <cassert>

namespace sonoloom
{

namespace
{

constexpr std::size_t blockSamples = 65536;

Error endsEarly()
{
    return {ErrorCode::Corrupt, "The sound ended before its announced length; it may be damaged."};
}

} // namespace

SlidingSound::SlidingSound(AudioSource& source, const SoundSpan& span, int channels, const StftParams& stft)
    : source_(source), span_(span), stft_(stft), held_(Audio::silence(source.sampleRate(), static_cast<std::size_t>(channels), 0))
{
}

Result<void> SlidingSound::skip(std::size_t samples, JobMonitor& monitor)
{
    while (samples > 0) {
        if (monitor.cancelled())
            return cancelledError();
        const auto block = source_.read(std::min(samples, blockSamples));
        if (!block)
            return block.error();
        if (block->sampleCount() == 0)
            return endsEarly();
        samples -= block->sampleCount();
    }
    return {};
}

Result<void> SlidingSound::hold(std::size_t from, std::size_t to, JobMonitor& monitor)
{
    if (!started_) {
        if (auto rewound = source_.rewind(); !rewound)
            return rewound;
        if (auto skipped = skip(span_.first, monitor); !skipped)
            return skipped;
        started_ = true;
    }
    assert(from >= first_);
    const std::size_t drop = std::min(from - first_, held_.sampleCount());
    for (auto& channel : held_.channels)
        channel.erase(channel.begin(), channel.begin() + static_cast<std::ptrdiff_t>(drop));
    if (auto skipped = skip(from - first_ - drop, monitor); !skipped)
        return skipped;
    first_ = from;
    while (first_ + held_.sampleCount() < to) {
        if (monitor.cancelled())
            return cancelledError();
        auto block = source_.read(std::min(blockSamples, to - first_ - held_.sampleCount()));
        if (!block)
            return block.error();
        if (block->sampleCount() == 0)
            return endsEarly();
        const Audio mixed = mixedTo(std::move(*block), static_cast<int>(held_.channelCount()));
        for (std::size_t c = 0; c < held_.channelCount(); ++c)
            held_.channels[c].insert(held_.channels[c].end(), mixed.channels[c].begin(), mixed.channels[c].end());
    }
    return {};
}

Result<std::vector<Grid<std::complex<float>>>> SlidingSound::frames(std::size_t first, std::size_t count, int threads,
                                                                    JobMonitor& monitor)
{
    const auto hop = static_cast<std::size_t>(stft_.hop);
    const std::size_t reach = static_cast<std::size_t>(stft_.fftSize / 2) / hop + 1; // hops to either side
    // A frame that reaches over the end is reflected there and needs as much before it.
    const std::size_t lead = std::min(first, 2 * reach);
    const std::size_t end = std::min(span_.samples, (first + count + reach) * hop);
    if (auto held = hold(std::min((first - lead) * hop, end), end, monitor); !held)
        return held.error();
    std::vector<Grid<std::complex<float>>> grids;
    for (const auto& channel : held_.channels) {
        auto grid = stftFrames(channel, stft_, lead, count, threads, monitor);
        if (!grid)
            return grid.error();
        grids.push_back(std::move(*grid));
    }
    return grids;
}

} // namespace sonoloom
