// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/loudnessparts.h"

#include "core/base/units.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sonoloom
{

namespace
{

using Biquad = LoudnessWeighting::Biquad;

constexpr double absoluteGateLufs = -70;
constexpr double relativeGateLu = -10;
constexpr double offsetLufs = -0.691; // makes a 0 dB sine of 997 Hz on one channel -3.01 LUFS
constexpr double surround = 1.41;

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

} // namespace

LoudnessWeighting::LoudnessWeighting(int sampleRate)
    : head_(atRate(headAt48k, headHz, sampleRate)), lowCut_(atRate(lowCutAt48k, lowCutHz, sampleRate))
{
}

double loudnessChannelWeight(std::size_t channel, std::size_t channels)
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

double lufsFromPower(double power)
{
    return offsetLufs + decibelsFromPower(power);
}

std::optional<double> integratedLufs(const std::vector<double>& steps)
{
    std::vector<double> blocks;
    for (std::size_t i = 0; i + loudnessStepsInBlock <= steps.size(); ++i) {
        double sum = 0;
        for (std::size_t k = 0; k < loudnessStepsInBlock; ++k)
            sum += steps[i + k];
        blocks.push_back(sum / loudnessStepsInBlock);
    }
    const auto loud = gatedMean(blocks, absoluteGateLufs);
    if (!loud)
        return std::nullopt;
    const auto relevant = gatedMean(blocks, std::max(absoluteGateLufs, lufsFromPower(*loud) + relativeGateLu));
    return relevant ? std::optional(lufsFromPower(*relevant)) : std::nullopt;
}

} // namespace sonoloom
