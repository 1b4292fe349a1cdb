// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/audiosource.h"

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace
{

class MemorySource final : public AudioSource
{
public:
    explicit MemorySource(std::shared_ptr<const Audio> audio) : audio_(std::move(audio)) {}

    int sampleRate() const override { return audio_->sampleRate; }
    int channelCount() const override { return static_cast<int>(audio_->channelCount()); }
    std::size_t sampleCount() const override { return audio_->sampleCount(); }

    Result<Audio> read(std::size_t count) override
    {
        const std::size_t end = position_ + std::min(count, sampleCount() - position_);
        Audio block{audio_->sampleRate, {}};
        for (const auto& channel : audio_->channels)
            block.channels.emplace_back(channel.begin() + static_cast<std::ptrdiff_t>(position_),
                                        channel.begin() + static_cast<std::ptrdiff_t>(end));
        position_ = end;
        return block;
    }

    Result<void> rewind() override
    {
        position_ = 0;
        return {};
    }

private:
    std::shared_ptr<const Audio> audio_;
    std::size_t position_ = 0;
};

} // namespace

std::unique_ptr<AudioSource> memorySource(std::shared_ptr<const Audio> audio)
{
    return std::make_unique<MemorySource>(std::move(audio));
}

Result<Audio> readAll(AudioSource& source)
{
    constexpr std::size_t blockSamples = 1 << 16;
    Audio whole{source.sampleRate(), std::vector<std::vector<float>>(static_cast<std::size_t>(source.channelCount()))};
    for (auto& channel : whole.channels)
        channel.reserve(source.sampleCount());
    for (;;) {
        auto block = source.read(blockSamples);
        if (!block)
            return block.error();
        if (block->sampleCount() == 0)
            return whole;
        for (std::size_t c = 0; c < whole.channels.size(); ++c)
            whole.channels[c].insert(whole.channels[c].end(), block->channels[c].begin(), block->channels[c].end());
    }
}

} // namespace sonoloom
