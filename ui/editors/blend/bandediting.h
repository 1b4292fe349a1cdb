// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/meltransition.h"

#include <cstddef>
#include <set>
#include <vector>

namespace sonoloom
{

/// Bands by number, the lowest 0.
using BandNumbers = std::set<std::size_t>;
using BandFades = std::vector<BandFade>;

/// What of a band is moved in time.
enum class BandEdge { Start, End, Both };

/// The shortest change that a band can be dragged to, of the region.
inline constexpr double shortestBand = 0.01;

/// The bands with what was taken hold of moved by a share of the region. Edges stop at the region's ends and at each other;
/// Both moves all chosen ones together, as far as all of them go.
BandFades movedBands(BandFades bands, const BandNumbers& chosen, BandEdge edge, double by);

/// Another number of bands: each takes what the one has that lay at its height.
BandFades asManyBands(const BandFades& bands, std::size_t count);

/// The same curve as points to be dragged.
BlendCurve drawnCurve(const BlendCurve& curve);

/// The gains of both inputs at a place of the region, 0 to 1: what magnitudes are multiplied with, or the parts of power as
/// amplitudes where squares are added.
struct BandGains {
    double first = 1;
    double second = 0;
};
BandGains gainsAt(const BandFade& band, double place);

/// Points of a drawn curve. The first stays at place 0 and the last at 1, the others between their neighbours.
BlendCurve withPoint(BlendCurve curve, double place, double share);
BlendCurve withPointMoved(BlendCurve curve, std::size_t point, double place, double share);
BlendCurve withoutPoint(BlendCurve curve, std::size_t point);

} // namespace sonoloom
