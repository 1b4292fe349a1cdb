// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/samplefeed.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sonoloom
{

SampleFeed::SampleFeed(const Audio& audio, double level, std::string name, JobMonitor& monitor)
    : audio_(audio), level_(level), stage_("Writing " + std::move(name)), monitor_(monitor)
{
}

Result<std::span<const float>> SampleFeed::next(std::size_t count)
{
    if (monitor_.cancelled()) {
        return cancelledError();
    }
    const std::size_t samples = std::min(count, audio_.sampleCount() - position_);
    const std::size_t channels = audio_.channelCount();
    block_.resize(samples * channels);
    for (std::size_t c = 0; c < channels; ++c) {
        const float* from = audio_.channels[c].data() + position_;
        for (std::size_t i = 0; i < samples; ++i) {
            const float fed = static_cast<float>(from[i] * level_);
            block_[i * channels + c] = std::isfinite(fed) ? fed : 0.0f;
        }
    }
    position_ += samples;
    monitor_.progress(static_cast<double>(position_) / static_cast<double>(audio_.sampleCount()), stage_);
    return std::span<const float>(block_);
}

double levelWithinFullScale(const Audio& audio)
{
    float peak = 1.0f;
    for (const auto& channel : audio.channels) {
        for (const float sample : channel) {
            const float magnitude = std::abs(sample);
            peak = std::isfinite(magnitude) ? std::max(peak, magnitude) : peak;
        }
    }
    return 1.0 / peak;
}

bool hasNotFinite(const Audio& audio)
{
    return std::any_of(audio.channels.begin(), audio.channels.end(), [](const std::vector<float>& channel) {
        return !std::all_of(channel.begin(), channel.end(), [](float sample) { return std::isfinite(sample); });
    });
}

} // namespace sonoloom
