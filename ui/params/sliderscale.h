// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"

namespace sonoloom
{

/// Where values lie on a slider: evenly, or by their logarithm.
struct SliderScale {
    double least = 0;
    double greatest = 1;
    bool logarithmic = false;
    bool whole = false;

    /// 0 to 1; values outside lie at the ends.
    double shareOf(double value) const;
    /// The value there, at about three significant digits, so that a slider gives round numbers.
    double rounded(double share) const;
};

/// The stretch of a field's range that is usual, which is what a slider is for.
SliderScale sliderScale(const Field& field);

} // namespace sonoloom
