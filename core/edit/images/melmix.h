// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/blendcurve.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sonoloom
{

/// What of two magnitudes is added: levels of an image, the magnitudes, or dB above 1 on the int16 scale.
enum class MixSpace { Pixel, Magnitude, Decibel };

/// How two magnitudes become one.
struct MixScale {
    MixSpace space = MixSpace::Magnitude;
    double power = 0.25; ///< of the level in the space Pixel, magnitude^power
    bool operator==(const MixScale&) const = default;
};

/// `a` and `b`, both >= 0, with `share` 0 to 1 of `b`. A share of 0 gives `a`, one of 1 `b`, equal ones themselves.
/// In dB log(1 + m) is added, so that silence stays silence.
/// @param squares adds squares of the space's values, as addsSquares() says
float mixedMagnitude(float a, float b, double share, bool squares, const MixScale& scale);

/// When one band of frequencies changes over: places of the transition, 0 to 1.
struct BandFade {
    double start = 0;
    double length = 1; ///< 0 is a cut at `start`
    BlendCurve curve{};
    bool operator==(const BandFade&) const = default;
};

/// A transition between two rows of columns.
struct MelTransition {
    std::size_t columns = 0;         ///< that both have together; 0 is a cut
    std::vector<BandFade> bands{{}}; ///< at least one; equally many rows each, the lowest first
    MixScale scale{};
};

/// One column of the transition: the two that lie on each other, lowest frequency first, both and `out` equally long.
/// @param column 0 .. transition.columns - 1, whose place is (column + 1/2) / columns
void mixColumns(std::span<const float> a, std::span<const float> b, std::size_t column, const MelTransition& transition,
                std::span<float> out);

} // namespace sonoloom
