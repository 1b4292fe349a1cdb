// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/blendcurve.h"
#include "core/edit/images/melinterpolation.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sonoloom
{

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
    std::optional<MelInterpolation> interpolation{}; ///< instead of mixing; the first band says when, for all
};

/// One column of the transition: the two that lie on each other, lowest frequency first, both and `out` equally long.
/// @param column 0 .. transition.columns - 1, whose place is (column + 1/2) / columns
void mixColumns(std::span<const float> a, std::span<const float> b, std::size_t column, const MelTransition& transition,
                std::span<float> out);

} // namespace sonoloom
