// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/beattracking.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::size_t framesBetweenLooks = 1024;
constexpr float leastShareOfLoudest = 0.01f; // a chain does not begin before a score of this

/// The best sum up to each frame, and the frame before in its chain (-1: none).
struct Chains {
    std::vector<double> sums;
    std::vector<std::ptrdiff_t> before;
};

/// What a predecessor costs, from the farthest to the nearest one.
struct Steps {
    std::ptrdiff_t farthest;
    std::vector<double> gains;
};

Steps stepsOf(const BeatTrackingParams& params)
{
    Steps steps{std::lround(2 * params.period), {}};
    const std::ptrdiff_t nearest = std::max<std::ptrdiff_t>(1, std::lrint(params.period / 2));
    for (std::ptrdiff_t distance = steps.farthest; distance >= nearest; --distance) {
        const double octaves = std::log(static_cast<double>(distance) / params.period);
        steps.gains.push_back(-params.tightness * octaves * octaves);
    }
    return steps;
}

Result<Chains> chainsOf(std::span<const float> scores, const BeatTrackingParams& params, JobMonitor& monitor)
{
    const Steps steps = stepsOf(params);
    const float least = leastShareOfLoudest * *std::ranges::max_element(scores);
    Chains chains{std::vector<double>(scores.size()), std::vector<std::ptrdiff_t>(scores.size(), -1)};
    bool begun = false;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (i % framesBetweenLooks == 0 && monitor.cancelled())
            return cancelledError();
        double best = -INFINITY;
        std::ptrdiff_t from = -1;
        for (std::size_t s = 0; s < steps.gains.size(); ++s) {
            const std::ptrdiff_t frame = static_cast<std::ptrdiff_t>(i + s) - steps.farthest;
            const double sum = steps.gains[s] + (frame >= 0 ? chains.sums[static_cast<std::size_t>(frame)] : 0);
            if (sum > best) {
                best = sum;
                from = frame;
            }
        }
        begun = begun || scores[i] >= least;
        chains.sums[i] = scores[i] + best;
        chains.before[i] = begun && from >= 0 ? from : -1;
    }
    return chains;
}

bool isPeak(const std::vector<double>& sums, std::size_t i)
{
    return i > 0 && sums[i] > sums[i - 1] && (i + 1 == sums.size() || sums[i] >= sums[i + 1]);
}

/// The last frame whose sum is a peak above half the usual one: chains beyond it ran out into silence.
std::size_t lastBeat(const std::vector<double>& sums)
{
    std::vector<double> peaks;
    for (std::size_t i = 0; i < sums.size(); ++i)
        if (isPeak(sums, i))
            peaks.push_back(sums[i]);
    if (peaks.empty())
        return static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
    std::ranges::sort(peaks);
    const double median = (peaks[(peaks.size() - 1) / 2] + peaks[peaks.size() / 2]) / 2;
    for (std::size_t i = sums.size(); i-- > 0;)
        if (isPeak(sums, i) && 2 * sums[i] > median)
            return i;
    return sums.size() - 1;
}

} // namespace

Result<std::vector<std::size_t>> trackBeats(std::span<const float> scores, const BeatTrackingParams& params,
                                            JobMonitor& monitor)
{
    if (scores.empty() || *std::ranges::max_element(scores) <= 0)
        return std::vector<std::size_t>{};
    const auto chains = chainsOf(scores, params, monitor);
    if (!chains)
        return chains.error();
    const std::size_t last =
        params.toTheEnd ? lastBeat(chains->sums)
                        : static_cast<std::size_t>(std::ranges::max_element(chains->sums) - chains->sums.begin());
    std::vector<std::size_t> beats;
    for (auto beat = static_cast<std::ptrdiff_t>(last); beat >= 0;
         beat = chains->before[static_cast<std::size_t>(beat)])
        beats.push_back(static_cast<std::size_t>(beat));
    std::ranges::reverse(beats);
    return beats;
}

} // namespace sonoloom
