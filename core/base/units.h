// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>

namespace sonoloom
{

/// 20 log10 of an amplitude ratio; -infinity for 0.
inline double decibelsFromAmplitude(double amplitude)
{
    return amplitude > 0.0 ? 20.0 * std::log10(amplitude) : -std::numeric_limits<double>::infinity();
}

/// 10 log10 of a power ratio; -infinity for 0.
inline double decibelsFromPower(double power)
{
    return power > 0.0 ? 10.0 * std::log10(power) : -std::numeric_limits<double>::infinity();
}

inline double amplitudeFromDecibels(double decibels)
{
    return std::pow(10.0, decibels / 20.0);
}

/// The 16-bit integer scale on which the peers compute: full scale 1.0 is 32768.
inline constexpr double int16FullScale = 32768.0;

} // namespace sonoloom
