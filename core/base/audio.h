// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace sonoloom
{

/// Sound in memory: `[channels][samples]`, full scale +-1 (beyond it is allowed), all channels equally long.
struct Audio {
    int sampleRate = 44100; ///< Hz
    std::vector<std::vector<float>> channels;

    /// Silence of so many channels and samples, without a copy on the way.
    static Audio silence(int sampleRate, std::size_t channels, std::size_t samples)
    {
        Audio audio{sampleRate, std::vector<std::vector<float>>(channels)};
        for (auto& channel : audio.channels)
            channel.resize(samples);
        return audio;
    }

    std::size_t channelCount() const { return channels.size(); }
    /// Samples per channel.
    std::size_t sampleCount() const { return channels.empty() ? 0 : channels.front().size(); }
    double seconds() const { return sampleRate > 0 ? static_cast<double>(sampleCount()) / sampleRate : 0.0; }
};

} // namespace sonoloom
