// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/bars.h"

#include "core/analysis/tempo/beatvalues.h"

#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::size_t leastBars = 2;
constexpr double harmonyWeight = 1;
constexpr double bassWeight = 0.7;
constexpr double snareWeight = -0.5;    // 500 Hz to 3 kHz
constexpr double sharpness = 5;         // of the confidence
constexpr double leastConfidence = 0.4; // of seven groupings, by chance 1/7

/// Less their mean, over their standard deviation.
std::vector<double> standardised(std::vector<double> values)
{
    double mean = 0;
    for (const double value : values)
        mean += value / static_cast<double>(values.size());
    double square = 0;
    for (double& value : values) {
        value -= mean;
        square += value * value / static_cast<double>(values.size());
    }
    for (double& value : values)
        value = square > 1e-12 ? value / std::sqrt(square) : 0;
    return values;
}

/// How much each beat speaks for beginning a bar.
std::vector<double> accentsOf(const std::vector<double>& beats, const OnsetBands& onsets)
{
    const auto reach = beatReach((beats.back() - beats.front()) / static_cast<double>(beats.size() - 1));
    std::vector<double> bass;
    std::vector<double> snare;
    for (const double beat : beats) {
        bass.push_back(strongestNear(onsets.strengths[0], beat, reach));
        snare.push_back(strongestNear(onsets.strengths[2], beat, reach));
    }
    const auto bassAccents = standardised(bass);
    const auto snareAccents = standardised(snare);
    const auto changes = standardised(toneChanges(beats, onsets, 0));
    std::vector<double> accents(beats.size());
    for (std::size_t b = 0; b < beats.size(); ++b) {
        accents[b] = bassWeight * bassAccents[b] + snareWeight * snareAccents[b];
        if (b > 0 && b - 1 < changes.size())
            accents[b] += harmonyWeight * changes[b - 1];
    }
    return accents;
}

/// Mean accent of every `cycle`th beat from `first` on.
double accentOf(const std::vector<double>& accents, std::size_t first, std::size_t cycle)
{
    double sum = 0;
    double count = 0;
    for (std::size_t b = first; b < accents.size(); b += cycle, ++count)
        sum += accents[b];
    return sum / count;
}

} // namespace

Bars barsOf(const std::vector<double>& beats, const OnsetBands& onsets)
{
    Bars best;
    if (beats.size() < 4 * leastBars + 1)
        return best;
    const auto accents = accentsOf(beats, onsets);
    double greatest = 0;
    double all = 0;
    for (const std::size_t cycle : {4, 3})
        for (std::size_t first = 0; first < cycle; ++first) {
            const double accent = accentOf(accents, first, cycle);
            all += std::exp(sharpness * accent);
            if (accent > greatest) {
                greatest = accent;
                best = {static_cast<int>(cycle), first, 0};
            }
        }
    best.confidence = std::exp(sharpness * greatest) / all;
    return best.confidence < leastConfidence ? Bars{} : best;
}

} // namespace sonoloom
