// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusionmix.h"

#include <utility>

namespace sonoloom
{

namespace
{

constexpr float besideWeight = 0.70710678f;

/// Weight of channel `c` of `count` on a side (0 left, 1 right).
float weightOn(std::size_t side, std::size_t c, std::size_t count)
{
    if (c < 2)
        return c == side ? 1.0f : 0.0f;
    const bool middle = count != 4 && c < 4; // WAV's order: left, right, centre, low, then pairs; four are two pairs
    return middle || c % 2 == side ? besideWeight : 0.0f;
}

std::vector<float> weighted(const Audio& audio, const std::vector<float>& weights)
{
    float sum = 0.0f;
    for (float weight : weights)
        sum += weight;
    std::vector<float> mixed(audio.sampleCount());
    for (std::size_t c = 0; c < weights.size(); ++c) {
        const float gain = weights[c] / sum;
        for (std::size_t i = 0; gain != 0.0f && i < mixed.size(); ++i)
            mixed[i] += gain * audio.channels[c][i];
    }
    return mixed;
}

} // namespace

Audio mixedTo(Audio audio, int channels)
{
    const std::size_t count = audio.channelCount();
    if (count == static_cast<std::size_t>(channels))
        return audio;
    Audio mixed{audio.sampleRate, {}};
    if (channels == 1) {
        mixed.channels.push_back(weighted(audio, std::vector<float>(count, 1.0f)));
        return mixed;
    }
    if (count == 1) {
        audio.channels.push_back(audio.channels.front());
        return audio;
    }
    for (std::size_t side = 0; side < 2; ++side) {
        std::vector<float> weights;
        for (std::size_t c = 0; c < count; ++c)
            weights.push_back(weightOn(side, c, count));
        mixed.channels.push_back(weighted(audio, weights));
    }
    return mixed;
}

} // namespace sonoloom
