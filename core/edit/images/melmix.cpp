// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/melmix.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sonoloom
{

namespace
{

double inSpace(double magnitude, const MixScale& scale)
{
    switch (scale.space) {
    case MixSpace::Pixel:
        return std::pow(magnitude, scale.power);
    case MixSpace::Decibel:
        return std::log1p(magnitude);
    case MixSpace::Magnitude:
        break;
    }
    return magnitude;
}

double fromSpace(double value, const MixScale& scale)
{
    switch (scale.space) {
    case MixSpace::Pixel:
        return std::pow(value, 1 / scale.power);
    case MixSpace::Decibel:
        return std::expm1(value);
    case MixSpace::Magnitude:
        break;
    }
    return value;
}

double placeIn(const BandFade& band, double place)
{
    if (band.length > 0)
        return (place - band.start) / band.length;
    return place < band.start ? 0 : 1;
}

} // namespace

float mixedMagnitude(float a, float b, double share, bool squares, const MixScale& scale)
{
    if (share <= 0 || a == b)
        return a;
    if (share >= 1)
        return b;
    const double first = inSpace(a, scale);
    const double second = inSpace(b, scale);
    const double mixed = squares ? std::sqrt((1 - share) * first * first + share * second * second)
                                 : (1 - share) * first + share * second;
    return static_cast<float>(fromSpace(mixed, scale));
}

void mixColumns(std::span<const float> a, std::span<const float> b, std::size_t column, const MelTransition& transition,
                std::span<float> out)
{
    assert(a.size() == b.size() && a.size() == out.size() && !transition.bands.empty());
    const double place = (static_cast<double>(column) + 0.5) / static_cast<double>(transition.columns);
    const std::size_t bands = transition.bands.size();
    for (std::size_t band = 0; band < bands; ++band) {
        const BandFade& fade = transition.bands[band];
        const double share = shareAt(fade.curve, placeIn(fade, place));
        for (std::size_t row = band * a.size() / bands; row < (band + 1) * a.size() / bands; ++row)
            out[row] = mixedMagnitude(a[row], b[row], share, addsSquares(fade.curve), transition.scale);
    }
}

} // namespace sonoloom
