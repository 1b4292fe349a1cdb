// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/meltransition.h"

#include <algorithm>
#include <cassert>

namespace sonoloom
{

namespace
{

double placeIn(const BandFade& band, double place)
{
    if (band.length > 0)
        return (place - band.start) / band.length;
    return place < band.start ? 0 : 1;
}

} // namespace

void mixColumns(std::span<const float> a, std::span<const float> b, std::size_t column, const MelTransition& transition,
                std::span<float> out)
{
    assert(a.size() == b.size() && a.size() == out.size() && !transition.bands.empty());
    const double place = (static_cast<double>(column) + 0.5) / static_cast<double>(transition.columns);
    if (transition.interpolation) {
        const BandFade& fade = transition.bands.front();
        interpolateColumn(a, b, shareAt(fade.curve, placeIn(fade, place)), *transition.interpolation, out);
        return;
    }
    const std::size_t bands = transition.bands.size();
    for (std::size_t band = 0; band < bands; ++band) {
        const BandFade& fade = transition.bands[band];
        const double share = shareAt(fade.curve, placeIn(fade, place));
        for (std::size_t row = band * a.size() / bands; row < (band + 1) * a.size() / bands; ++row)
            out[row] = mixedMagnitude(a[row], b[row], share, addsSquares(fade.curve), transition.scale);
    }
}

} // namespace sonoloom
