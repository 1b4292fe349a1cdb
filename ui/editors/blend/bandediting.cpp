// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/blend/bandediting.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int drawnPoints = 5;
constexpr double leastApart = 0.001; // of points

double endOf(const BandFade& band)
{
    return band.start + band.length;
}

void moveStart(BandFade& band, double by)
{
    const double end = endOf(band);
    band.start = std::clamp(band.start + by, 0.0, std::max(0.0, end - shortestBand));
    band.length = end - band.start;
}

void moveEnd(BandFade& band, double by)
{
    const double least = std::min(shortestBand, 1 - band.start);
    band.length = std::clamp(band.length + by, least, 1 - band.start);
}

/// As far as all of them can go.
double jointly(const BandFades& bands, const BandNumbers& chosen, double by)
{
    for (const std::size_t band : chosen)
        by = std::clamp(by, -bands[band].start, std::max(0.0, 1 - endOf(bands[band])));
    return by;
}

} // namespace

BandFades movedBands(BandFades bands, const BandNumbers& chosen, BandEdge edge, double by)
{
    if (edge == BandEdge::Both)
        by = jointly(bands, chosen, by);
    for (const std::size_t band : chosen) {
        if (edge == BandEdge::Start)
            moveStart(bands[band], by);
        else if (edge == BandEdge::End)
            moveEnd(bands[band], by);
        else
            bands[band].start += by;
    }
    return bands;
}

BandFades asManyBands(const BandFades& bands, std::size_t count)
{
    BandFades made;
    for (std::size_t b = 0; b < count; ++b)
        made.push_back(bands[(2 * b + 1) * bands.size() / (2 * count)]);
    return made;
}

BlendCurve drawnCurve(const BlendCurve& curve)
{
    if (curve.shape == BlendShape::Points)
        return curve;
    BlendCurve drawn{BlendShape::Points};
    for (int i = 0; i < drawnPoints; ++i) {
        const double place = static_cast<double>(i) / (drawnPoints - 1);
        drawn.points.emplace_back(place, shareAt(curve, place));
    }
    return drawn;
}

BandGains gainsAt(const BandFade& band, double place)
{
    const double inBand = band.length > 0 ? (place - band.start) / band.length : place < band.start ? 0 : 1;
    const double share = shareAt(band.curve, inBand);
    if (addsSquares(band.curve))
        return {std::sqrt(1 - share), std::sqrt(share)};
    return {1 - share, share};
}

BlendCurve withPoint(BlendCurve curve, double place, double share)
{
    const auto after = std::ranges::upper_bound(curve.points, place, {}, &std::pair<double, double>::first);
    const bool hasRoom = after != curve.points.begin() && after != curve.points.end() &&
                         place - (after - 1)->first >= leastApart && after->first - place >= leastApart;
    if (hasRoom)
        curve.points.insert(after, {place, std::clamp(share, 0.0, 1.0)});
    return curve;
}

BlendCurve withPointMoved(BlendCurve curve, std::size_t point, double place, double share)
{
    auto& moved = curve.points[point];
    moved.second = std::clamp(share, 0.0, 1.0);
    if (point > 0 && point + 1 < curve.points.size())
        moved.first = std::clamp(place, curve.points[point - 1].first + leastApart, curve.points[point + 1].first - leastApart);
    return curve;
}

BlendCurve withoutPoint(BlendCurve curve, std::size_t point)
{
    if (point > 0 && point + 1 < curve.points.size())
        curve.points.erase(curve.points.begin() + static_cast<std::ptrdiff_t>(point));
    return curve;
}

} // namespace sonoloom
