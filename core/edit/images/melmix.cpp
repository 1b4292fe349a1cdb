// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/melmix.h"

#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double usualPower = 0.25; // roots of it are many times as fast as powers

double inSpace(double magnitude, const MixScale& scale)
{
    switch (scale.space) {
    case MixSpace::Pixel:
        return scale.power == usualPower ? std::sqrt(std::sqrt(magnitude)) : std::pow(magnitude, scale.power);
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
        return scale.power == usualPower ? value * value * value * value : std::pow(value, 1 / scale.power);
    case MixSpace::Decibel:
        return std::expm1(value);
    case MixSpace::Magnitude:
        break;
    }
    return value;
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

} // namespace sonoloom
