// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/loudness.h"

#include "core/analysis/loudnessparts.h"
#include "core/analysis/truepeak.h"
#include "core/base/parallel.h"
#include "core/base/units.h"

#include <algorithm>
#include <span>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr int leastRate = 100; // Hz; below it a step has hardly a sample

/// One channel of interleaved samples.
struct Channel {
    std::span<const float> samples; ///< of all channels, from this one's first on
    std::size_t stride = 1;
    std::size_t count() const { return (samples.size() + stride - 1) / stride; }
};

/// Mean squares of the weighted signal, one for each 100 ms.
std::vector<double> stepEnergies(Channel channel, int sampleRate, JobMonitor& monitor)
{
    std::vector<double> energies;
    if (sampleRate < leastRate)
        return energies;
    LoudnessWeighting weighting(sampleRate);
    const auto edge = [sampleRate](std::size_t step) { return loudnessStepEdge(step, sampleRate); };
    for (std::size_t step = 0; edge(step + 1) <= channel.count() && !monitor.cancelled(); ++step) {
        double sum = 0;
        for (std::size_t i = edge(step); i < edge(step + 1); ++i) {
            const double y = weighting.next(channel.samples[i * channel.stride]);
            sum += y * y;
        }
        energies.push_back(sum / static_cast<double>(edge(step + 1) - edge(step)));
    }
    return energies;
}

/// All channels together, each with its weight. @param energies [channels][steps]
std::vector<double> weighted(const std::vector<std::vector<double>>& energies)
{
    std::vector<double> steps(energies.empty() ? 0 : energies.front().size());
    for (std::size_t c = 0; c < energies.size(); ++c)
        for (std::size_t i = 0; i < steps.size(); ++i)
            steps[i] += loudnessChannelWeight(c, energies.size()) * energies[c][i];
    return steps;
}

} // namespace

Result<Loudness> loudnessOf(const Audio& sound, SampleRange range, int threads, JobMonitor& monitor)
{
    const std::size_t first = std::min(range.first, sound.sampleCount());
    const std::size_t count = std::min(range.count, sound.sampleCount() - first);
    const std::size_t channels = sound.channelCount();
    std::vector<std::vector<double>> energies(channels);
    std::vector<double> peaks(channels);
    parallelFor(2 * channels, threads, [&](std::size_t i) {
        const std::size_t c = i / 2;
        const auto samples = std::span(sound.channels[c]).subspan(first, count);
        if (i % 2 == 0)
            energies[c] = stepEnergies({samples}, sound.sampleRate, monitor);
        else
            peaks[c] = truePeakOf(samples, sound.sampleRate, monitor);
    });
    if (monitor.cancelled())
        return cancelledError();
    const double peak = peaks.empty() ? 0 : *std::ranges::max_element(peaks);
    Loudness loudness{integratedLufs(weighted(energies)), std::nullopt};
    if (peak > 0)
        loudness.truePeakDb = decibelsFromAmplitude(peak);
    return loudness;
}

Result<std::optional<double>> integratedLoudness(std::span<const float> interleaved, int sampleRate, int channels, JobMonitor& monitor)
{
    const auto count = static_cast<std::size_t>(channels);
    std::vector<std::vector<double>> energies;
    for (std::size_t c = 0; c < count; ++c)
        energies.push_back(stepEnergies({interleaved.subspan(std::min(c, interleaved.size())), count}, sampleRate, monitor));
    if (monitor.cancelled())
        return cancelledError();
    return integratedLufs(weighted(energies));
}

} // namespace sonoloom
