// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string_view>
#include <utility>
#include <vector>

namespace sonoloom
{

enum class BlendShape { Linear, Cosine, Power, Logistic, Points };

/// How the second of two images gains while the first one fades.
struct BlendCurve {
    BlendShape shape = BlendShape::Cosine;
    std::vector<std::pair<double, double>> points{}; ///< of Points: places, rising, and shares, all 0 to 1
    bool operator==(const BlendCurve&) const = default;
};

/// The share of the second image, 0 to 1: 0 at place 0 and 1 at place 1, those of Points at their ends.
///
/// Logistic is 1 / (1 + exp(-10 (place - 1/2))), stretched to reach 0 and 1. Power is sin^2, a share of the power: what
/// it is applied to adds squares, so that the gains' squares add up to 1.
/// @param place 0 to 1; beyond it the ends go on
double shareAt(const BlendCurve& curve, double place);

/// Whether squares are added, sqrt((1 - share) A^2 + share B^2), instead of values.
inline bool addsSquares(const BlendCurve& curve)
{
    return curve.shape == BlendShape::Power;
}

/// Reads "linear", "cosine", "power", "logistic", or points as "0:0/0.3:0.8/1:1". Errors: InvalidArgument.
Result<BlendCurve> blendCurveFrom(std::string_view text);

} // namespace sonoloom
