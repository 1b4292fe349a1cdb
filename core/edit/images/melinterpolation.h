// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/melmix.h"

#include <span>

namespace sonoloom
{

/// MixSpace's, and energy that moves along frequency (transportColumn).
enum class InterpolationSpace { Pixel, Magnitude, Decibel, Transport };

/// How a column lies between two.
struct MelInterpolation {
    InterpolationSpace space = InterpolationSpace::Transport;
    double power = 0.25;     ///< of the level in the space Pixel
    bool squares = false;    ///< adds squares of the space's values
    bool keepsEnergy = true; ///< scales the column so that its energy goes straight from one's to the other's
};

/// A column between `a` and `b`, all equally long and >= 0. A share of 0 gives `a`, one of 1 `b`, equal ones themselves
/// to the rounding of a float.
void interpolateColumn(std::span<const float> a, std::span<const float> b, double share,
                       const MelInterpolation& interpolation, std::span<float> out);

} // namespace sonoloom
