// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusionpass.h"

#include "core/base/units.h"
#include "core/codec/riffusionmix.h"

#include <algorithm>
#include <limits>

namespace sonoloom
{

namespace
{

/// Samples read at once: some 10 ms of computing, so that a cancel is heard soon.
constexpr std::size_t blockSamples = 65536;

void scaleToInt16(Audio& audio)
{
    for (auto& channel : audio.channels)
        for (float& sample : channel)
            sample *= static_cast<float>(int16FullScale);
}

} // namespace

Result<void> TimelinePass::run(const ColumnSink& sink, JobMonitor& monitor)
{
    if (auto rewound = source_.rewind(); !rewound)
        return rewound;
    std::vector<MelAnalyser> analysers;
    for (int c = 0; c < channels_; ++c)
        analysers.emplace_back(analysis_.stft, analysis_.mel, analysis_.sampleRate, threads_);
    std::size_t next = 0;
    const auto deliver = [&](const std::vector<Grid<float>>& mel) -> Result<void> {
        const std::size_t first = next;
        next += mel.front().rows();
        return mel.front().empty() ? Result<void>{} : sink(first, mel);
    };
    std::vector<Grid<float>> mel(analysers.size());
    while (true) {
        if (monitor.cancelled())
            return cancelledError();
        auto block = source_.read(blockSamples);
        if (!block)
            return block.error();
        if (block->sampleCount() == 0)
            break;
        Audio audio = mixedTo(std::move(*block), channels_);
        scaleToInt16(audio);
        for (std::size_t c = 0; c < analysers.size(); ++c)
            mel[c] = analysers[c].feed(audio.channels[c]);
        if (auto delivered = deliver(mel); !delivered)
            return delivered;
        monitor.progress(static_cast<double>(next) / static_cast<double>(columns_), "Analysing the sound");
    }
    for (std::size_t c = 0; c < analysers.size(); ++c)
        mel[c] = analysers[c].finish(columns_);
    return deliver(mel);
}

MelRange rangeOfColumn(const std::vector<Grid<float>>& mel, std::size_t row)
{
    MelRange range{std::numeric_limits<float>::max(), 0.0f};
    for (const Grid<float>& channel : mel) {
        const auto [least, greatest] = std::ranges::minmax(channel.row(row));
        range = {std::min(range.least, least), std::max(range.greatest, greatest)};
    }
    return range;
}

Result<void> KeptPass::run(const ColumnSink& sink, JobMonitor& monitor)
{
    if (complete_)
        return replay(sink, monitor);
    blocks_.clear();
    const auto keep = [&](std::size_t first, const std::vector<Grid<float>>& mel) {
        if (keeps_)
            blocks_.push_back({first, mel});
        return sink(first, mel);
    };
    auto done = inner_.run(keep, monitor);
    complete_ = keeps_ && done.has_value();
    return done;
}

Result<void> KeptPass::replay(const ColumnSink& sink, JobMonitor& monitor) const
{
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        if (auto taken = sink(blocks_[i].first, blocks_[i].mel); !taken)
            return taken;
        monitor.progress(static_cast<double>(i + 1) / static_cast<double>(blocks_.size()), "Drawing the images");
    }
    return {};
}

} // namespace sonoloom
