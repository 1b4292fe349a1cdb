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
    2.30,  // tempo
    -1.45, // tempo2
    0.29,  // lag/4
    -0.79, // lag/3
    -0.28, // lag/2
    -1.57, // lag*2/3
    0.24,  // lag
    -0.87, // lag*3/2
    0.79,  // lag*2
    -0.64, // lag*3
    2.72,  // lag*4
    0.40,  // on low
    1.08,  // on lowmid
    1.95,  // on highmid
    3.87,  // on high
    2.46,  // on tones
    0.69,  // off low
    -0.94, // off lowmid
    -1.04, // off highmid
    0.90,  // off high
    1.10,  // off tones
    -1.36, // thirds
    1.29,  // swing
    -0.04, // quarters
    -1.77, // two low
    0.73,  // two lowmid
    1.02,  // two highmid
    -0.42, // two high
    -0.17, // two tones
    0.90,  // kick, snare
    -0.56, // half time
    0.17,  // three low
    -0.65, // three
    1.47,  // four low
    -0.92, // eight low
    0.22,  // chain
    1.18,  // harmony
    1.85,  // harmony two
    0.83,  // harmony four
    -1.70, // harmony eight
    0.51,  // uneven
    0.43,  // tempo, off
    1.80,  // tempo, quarters
    -0.43, // tempo, two low
    -0.21, // tempo, two highmid
    0.10,  // tempo, kick, snare
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
