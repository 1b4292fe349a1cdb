// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/wavdifftrim.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr std::size_t hop = 512;
constexpr std::size_t hopsAtOnce = 128;
constexpr std::size_t hopsInFrame = 4;
constexpr double leastPower = 1e-10;

/// Sums of squares of each hop, one list a channel; the last hop may be incomplete.
Result<std::vector<std::vector<double>>> hopEnergies(AudioSource& source, JobMonitor& monitor)
{
    if (auto rewound = source.rewind(); !rewound)
        return rewound.error();
    std::vector<std::vector<double>> energies(static_cast<std::size_t>(source.channelCount()));
    while (true) {
        if (monitor.cancelled())
            return cancelledError();
        const auto block = source.read(hop * hopsAtOnce);
        if (!block)
            return block.error();
        if (block->sampleCount() == 0)
            return energies;
        for (std::size_t c = 0; c < energies.size(); ++c) {
            const auto& samples = block->channels[c];
            for (std::size_t i = 0; i < samples.size(); ++i) {
                if (i % hop == 0)
                    energies[c].push_back(0);
                energies[c].back() += static_cast<double>(samples[i]) * samples[i];
            }
        }
        monitor.progress(static_cast<double>(energies[0].size() * hop) / static_cast<double>(source.sampleCount()),
                         "Looking for silence");
    }
}

/// Mean squares of frames centred on multiples of the hop, zeros around the sound.
std::vector<double> framePowers(const std::vector<std::vector<double>>& energies, std::size_t frames)
{
    std::vector<double> powers(frames, 0.0);
    for (const auto& channel : energies)
        for (std::size_t f = 0; f < frames; ++f) {
            double sum = 0;
            for (std::size_t h = f < 2 ? 0 : f - 2; h < std::min(channel.size(), f + 2); ++h)
                sum += channel[h];
            powers[f] = std::max(powers[f], sum / static_cast<double>(hop * hopsInFrame));
        }
    return powers;
}

} // namespace

Result<SoundSpan> trimmedSpan(AudioSource& source, double trimDb, JobMonitor& monitor)
{
    const auto energies = hopEnergies(source, monitor);
    if (!energies)
        return energies.error();
    const std::size_t samples = source.sampleCount();
    const auto powers = framePowers(energies.value(), 1 + samples / hop);
    const double threshold = std::max(leastPower, std::ranges::max(powers)) * std::pow(10.0, -trimDb / 10.0);
    const auto sounds = [&](double power) { return std::max(leastPower, power) > threshold; };
    const auto first = std::ranges::find_if(powers, sounds);
    if (first == powers.end())
        return SoundSpan{0, samples};
    const auto last = std::find_if(powers.rbegin(), powers.rend(), sounds).base();
    const std::size_t start = static_cast<std::size_t>(first - powers.begin()) * hop;
    const std::size_t end = std::min(samples, static_cast<std::size_t>(last - powers.begin()) * hop);
    return SoundSpan{start, end - start};
}

} // namespace sonoloom
