// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/readingchoice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sonoloom
{

namespace
{

constexpr ReadingFeatures learntWeights{
    2.26, // tempo
    -1.50, // tempo2
    0.28, // lag/4
    -0.76, // lag/3
    -0.28, // lag/2
    -1.52, // lag*2/3
    0.30, // lag
    -0.86, // lag*3/2
    0.76, // lag*2
    -0.59, // lag*3
    2.69, // lag*4
    0.41, // on low
    1.05, // on lowmid
    2.03, // on highmid
    3.83, // on high
    2.35, // on tones
    0.76, // off low
    -0.97, // off lowmid
    -1.14, // off highmid
    0.96, // off high
    1.01, // off tones
    -1.48, // thirds
    1.32, // swing
    -0.05, // quarters
    -1.69, // two low
    0.71, // two lowmid
    0.96, // two highmid
    -0.35, // two high
    -0.24, // two tones
    1.03, // kick, snare
    0.00, // half time
    0.20, // three low
    -0.62, // three
    1.32, // four low
    -1.00, // eight low
    0.26, // chain
    1.11, // harmony
    1.89, // harmony two
    0.87, // harmony four
    -1.62, // harmony eight
    0.46, // uneven
    0.47, // tempo, off
    1.85, // tempo, quarters
    -0.49, // tempo, two low
    -0.21, // tempo, two highmid
    0.06, // tempo, kick, snare
};

} // namespace

std::vector<double> readingProbabilities(std::span<const BeatReading> readings)
{
    return readingProbabilities(readings, learntWeights);
}

std::vector<double> readingProbabilities(std::span<const BeatReading> readings, const ReadingFeatures& weights)
{
    std::vector<double> shares;
    for (const BeatReading& reading : readings)
        shares.push_back(std::inner_product(weights.begin(), weights.end(), reading.features.begin(), 0.0));
    const double greatest = shares.empty() ? 0 : std::ranges::max(shares);
    double sum = 0;
    for (double& share : shares) {
        share = std::exp(share - greatest);
        sum += share;
    }
    for (double& share : shares)
        share /= sum;
    return shares;
}

} // namespace sonoloom
