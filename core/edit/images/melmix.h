// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace sonoloom
