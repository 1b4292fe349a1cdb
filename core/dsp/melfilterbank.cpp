// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/mel.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sonoloom
{

double melFromHertz(double hertz)
{
    return 2595.0 * std::log10(1.0 + hertz / 700.0);
}

double hertzFromMel(double mel)
{
    return 700.0 * (std::pow(10.0, mel / 2595.0) - 1.0);
}

MelFilterbank::MelFilterbank(const MelParams& mel, int bins, double sampleRate) : bins_(bins)
{
    const double lowest = melFromHertz(mel.minHz);
    const double step = (melFromHertz(mel.topHz) - lowest) / (mel.bands + 1);
    const auto edge = [&](int i) { return hertzFromMel(lowest + step * i); };
    const double spacing = sampleRate / 2.0 / std::max(1, bins - 1);

    for (int b = 0; b < mel.bands; ++b) {
        const double left = edge(b);
        const double centre = edge(b + 1);
        const double right = edge(b + 2);
        BandRow band;
        for (int k = std::max(0, static_cast<int>(left / spacing)); k < bins && k * spacing < right; ++k) {
            const double hertz = k * spacing;
            const double weight = std::min((hertz - left) / (centre - left), (right - hertz) / (right - centre));
            if (weight <= 0.0)
                continue;
            if (band.weights.empty())
                band.first = k;
            band.weights.push_back(static_cast<float>(weight));
        }
        rows_.push_back(std::move(band));
    }
}

void MelFilterbank::apply(std::span<const float> magnitudes, std::span<float> bandsOut) const
{
    assert(magnitudes.size() == static_cast<std::size_t>(bins_) && bandsOut.size() == rows_.size());
    for (std::size_t b = 0; b < rows_.size(); ++b) {
        float sum = 0.0f;
        for (std::size_t i = 0; i < rows_[b].weights.size(); ++i)
            sum += rows_[b].weights[i] * magnitudes[static_cast<std::size_t>(rows_[b].first) + i];
        bandsOut[b] = sum;
    }
}

} // namespace sonoloom
