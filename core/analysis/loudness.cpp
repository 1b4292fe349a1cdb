// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/loudness.h"

#include "core/analysis/truepeak.h"
#include "core/base/parallel.h"
#include "core/base/units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr double absoluteGateLufs = -70;
constexpr double relativeGateLu = -10;
constexpr double offsetLufs = -0.691; // makes a 0 dB sine of 997 Hz on one channel -3.01 LUFS
constexpr std::size_t stepsInBlock = 4; // 100 ms each
constexpr double surround = 1.41;
constexpr int leastRate = 100; // Hz; below it a step has hardly a sample

/// Coefficients of a filter of second order, a0 being 1.
struct Biquad {
    std::array<double, 3> b;
    std::array<double, 3> a;
};

/// The standard's two filters at 48 kHz, and where their bend is.
constexpr Biquad headAt48k{{1.53512485958697, -2.69169618940638, 1.19839281085285},
                           {1, -1.69065929318241, 0.73248077421585}};
constexpr double headHz = 1682;
constexpr Biquad lowCutAt48k{{1, -2, 1}, {1, -1.99004745483398, 0.99007225036621}};
constexpr double lowCutHz = 38;

/// One side of a filter at another rate: back by the bilinear transform to s, its scale bent so that `ratio` keeps the
/// filter's frequency, and forth again.
std::array<double, 3> moved(const std::array<double, 3>& z, double ratio)
{
    const double c0 = z[0] + z[1] + z[2];
    const double c1 = 2 * (z[0] - z[2]) * ratio;
    const double c2 = (z[0] - z[1] + z[2]) * ratio * ratio;
    return {c0 + c1 + c2, 2 * (c0 - c2), c0 - c1 + c2};
}

Biquad atRate(const Biquad& at48k, double hertz, double rate)
{
    const double kept = std::min(hertz, rate / 4);
    const double ratio = std::tan(std::numbers::pi * kept / 48000) / std::tan(std::numbers::pi * kept / rate);
    Biquad filter{moved(at48k.b, ratio), moved(at48k.a, ratio)};
    const double scale = filter.a[0];
    for (std::size_t i = 0; i < 3; ++i) {
        filter.b[i] /= scale;
        filter.a[i] /= scale;
    }
    return filter;
}

/// A filter at work, in the transposed second form.
class Running
{
public:
    explicit Running(const Biquad& filter) : f_(filter) {}
    double next(double x)
    {
        const double y = f_.b[0] * x + first_;
        first_ = f_.b[1] * x - f_.a[1] * y + second_;
        second_ = f_.b[2] * x - f_.a[2] * y;
        return y;
    }

private:
    Biquad f_;
    double first_ = 0;
    double second_ = 0;
};

double weightOf(std::size_t channel, std::size_t channels)
{
    const bool hasLow = channels >= 6 && channels <= 8;
    if (hasLow && channel == 3)
        return 0;
    switch (channels) {
    case 4: return channel >= 2 ? surround : 1;
    case 5: return channel >= 3 ? surround : 1;
    case 6: return channel >= 4 ? surround : 1;
    case 7: return channel >= 5 ? surround : 1; // the fourth from behind is the back centre
    case 8: return channel >= 6 ? surround : 1; // behind, more than 120 degrees off, counts as the front
    default: return 1;
    }
}

/// Sums of squares of the weighted signal, one for each 100 ms.
std::vector<double> stepEnergies(std::span<const float> samples, int sampleRate, JobMonitor& monitor)
{
    Running head(atRate(headAt48k, headHz, sampleRate));
    Running lowCut(atRate(lowCutAt48k, lowCutHz, sampleRate));
    const auto edge = [sampleRate](std::size_t step) { return (step * static_cast<std::size_t>(sampleRate) + 5) / 10; };
    std::vector<double> energies;
    if (sampleRate < leastRate)
        return energies;
    for (std::size_t step = 0; edge(step + 1) <= samples.size() && !monitor.cancelled(); ++step) {
        double sum = 0;
        for (std::size_t i = edge(step); i < edge(step + 1); ++i) {
            const double y = lowCut.next(head.next(samples[i]));
            sum += y * y;
        }
        energies.push_back(sum / static_cast<double>(edge(step + 1) - edge(step)));
    }
    return energies;
}

/// Mean of the blocks above `gate`; nothing where none is.
std::optional<double> gatedMean(const std::vector<double>& blocks, double gateLufs)
{
    const double least = std::pow(10, (gateLufs - offsetLufs) / 10);
    double sum = 0;
    std::size_t count = 0;
    for (const double block : blocks) {
        if (block <= least)
            continue;
        sum += block;
        ++count;
    }
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

double lufsOf(double power)
{
    return offsetLufs + decibelsFromPower(power);
}

/// @param steps power of all channels together, one for each 100 ms
std::optional<double> integrated(const std::vector<double>& steps)
{
    std::vector<double> blocks;
    for (std::size_t i = 0; i + stepsInBlock <= steps.size(); ++i) {
        double sum = 0;
        for (std::size_t k = 0; k < stepsInBlock; ++k)
            sum += steps[i + k];
        blocks.push_back(sum / stepsInBlock);
    }
    const auto loud = gatedMean(blocks, absoluteGateLufs);
    if (!loud)
        return std::nullopt;
    const auto relevant = gatedMean(blocks, std::max(absoluteGateLufs, lufsOf(*loud) + relativeGateLu));
    return relevant ? std::optional(lufsOf(*relevant)) : std::nullopt;
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
            energies[c] = stepEnergies(samples, sound.sampleRate, monitor);
        else
            peaks[c] = truePeakOf(samples, sound.sampleRate, monitor);
    });
    if (monitor.cancelled())
        return cancelledError();
    std::vector<double> steps(energies.empty() ? 0 : energies.front().size());
    for (std::size_t c = 0; c < channels; ++c)
        for (std::size_t i = 0; i < steps.size(); ++i)
            steps[i] += weightOf(c, channels) * energies[c][i];
    const double peak = peaks.empty() ? 0 : *std::ranges::max_element(peaks);
    Loudness loudness{integrated(steps), std::nullopt};
    if (peak > 0)
        loudness.truePeakDb = decibelsFromAmplitude(peak);
    return loudness;
}

} // namespace sonoloom
