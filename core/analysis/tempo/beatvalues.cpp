// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/beatvalues.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

/// Tones between two moments, their squares adding up to 1.
std::array<double, 12> tonesBetween(const OnsetBands& onsets, double from, double to)
{
    std::array<double, 12> tones{};
    const auto last = std::min(onsets.frames(), static_cast<std::size_t>(std::max(0.0, to)));
    for (auto f = static_cast<std::size_t>(std::max(0.0, from)); f < last; ++f)
        for (std::size_t t = 0; t < 12; ++t)
            tones[t] += onsets.tones[12 * f + t];
    double square = 0;
    for (const double tone : tones)
        square += tone * tone;
    for (double& tone : tones)
        tone /= square > 0 ? std::sqrt(square) : 1;
    return tones;
}

} // namespace

double strongestNear(std::span<const float> values, double frame, std::ptrdiff_t reach)
{
    const auto centre = static_cast<std::ptrdiff_t>(std::lround(frame));
    float most = 0;
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, centre - reach);
         i <= std::min(centre + reach, static_cast<std::ptrdiff_t>(values.size()) - 1); ++i)
        most = std::max(most, values[static_cast<std::size_t>(i)]);
    return most;
}

std::ptrdiff_t beatReach(double period)
{
    return std::max<std::ptrdiff_t>(1, std::lround(period / 36));
}

std::vector<double> toneChanges(const std::vector<double>& beats, const OnsetBands& onsets, double share)
{
    std::vector<double> changes;
    for (std::size_t b = 1; b + 2 < beats.size(); ++b) {
        const auto at = [&](std::size_t i) { return beats[i] + share * (beats[i + 1] - beats[i]); };
        const auto before = tonesBetween(onsets, at(b - 1), at(b));
        const auto after = tonesBetween(onsets, at(b), at(b + 1));
        double alike = 0;
        for (std::size_t t = 0; t < 12; ++t)
            alike += before[t] * after[t];
        changes.push_back(0.001 + 1 - alike);
    }
    return changes;
}

} // namespace sonoloom
