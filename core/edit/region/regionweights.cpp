// SPDX-License-Identifier: GPL-3.0-or-later
// How much each cell of a grid belongs to a shape.
#include "core/edit/region/regionshape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sonoloom
{

namespace
{

constexpr double mostSoftShare = 0.25; ///< of a shape, at either side

/// 0 at 0 to 1 at 1, without corners.
float rise(double x)
{
    return static_cast<float>(0.5 - 0.5 * std::cos(std::numbers::pi * std::clamp(x, 0.0, 1.0)));
}

/// Of a place within a stretch: 0 outside, 1 inside, between them in the soft edges.
float inside(double place, double from, double to, double soft)
{
    const double depth = std::min(place - from, to - place);
    if (depth < 0)
        return 0;
    const double edge = std::min(soft, (to - from) * mostSoftShare);
    return edge > 0 ? rise(depth / edge) : 1.0f;
}

/// A point in columns and bands.
struct Cell {
    double column;
    double band;
};

/// A part of a grid that is being weighed.
struct Weighing {
    const RegionShape& shape;
    const RegionGrid& grid;
    RegionSpan span;
    Grid<float> weights;

    double seconds(std::size_t row) const { return static_cast<double>(span.first + row) * grid.columnSeconds; }

    /// Rows and bands around `from` and `to`, `reach` farther, within the part.
    struct Box {
        std::size_t firstRow, endRow, firstBand, endBand;
    };
    Box around(const Cell& from, const Cell& to, const Cell& reach) const
    {
        const auto clamped = [](double value, std::size_t most) {
            return static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(most)));
        };
        const double first = static_cast<double>(span.first);
        return {clamped(std::ceil(std::min(from.column, to.column) - reach.column - first), weights.rows()),
                clamped(std::floor(std::max(from.column, to.column) + reach.column - first) + 1, weights.rows()),
                clamped(std::ceil(std::min(from.band, to.band) - reach.band), weights.columns()),
                clamped(std::floor(std::max(from.band, to.band) + reach.band) + 1, weights.columns())};
    }

    std::vector<Cell> cells() const
    {
        std::vector<Cell> cells;
        for (const RegionPoint& point : shape.points)
            cells.push_back({point.seconds / grid.columnSeconds, grid.bandAt(melFromHertz(point.hertz))});
        return cells;
    }
    /// Milliseconds and mel in columns and bands.
    Cell reach(double ms, double mels) const { return {ms / 1000 / grid.columnSeconds, mels / (grid.melOf(1) - grid.melOf(0))}; }
};

/// Where a rectangle reaches the end of the timeline or of the bands it has no edge.
void weighRectangle(Weighing& w)
{
    RegionBounds bounds = boundsOf(w.shape);
    const double last = static_cast<double>(w.grid.columns - 1) * w.grid.columnSeconds;
    const double soft = w.shape.softMs / 1000;
    bounds.from -= bounds.from <= 0 ? soft : 0;
    bounds.to += bounds.to >= last ? soft : 0;
    bounds.lowestMel -= bounds.lowestMel <= w.grid.melOf(0) ? w.shape.softMels : 0;
    bounds.highestMel += bounds.highestMel >= w.grid.melOf(w.grid.mel.bands - 1) ? w.shape.softMels : 0;
    std::vector<float> across(w.weights.columns());
    for (std::size_t b = 0; b < across.size(); ++b)
        across[b] = inside(w.grid.melOf(static_cast<double>(b)), bounds.lowestMel, bounds.highestMel, w.shape.softMels);
    for (std::size_t r = 0; r < w.weights.rows(); ++r) {
        const float along = inside(w.seconds(r), bounds.from, bounds.to, soft);
        std::ranges::transform(across, w.weights.row(r).begin(), [along](float weight) { return along * weight; });
    }
}

/// Distance of a point from a segment, lengths being measured in `unit`.
double distance(const Cell& point, const Cell& from, const Cell& to, const Cell& unit)
{
    const double dx = (to.column - from.column) / unit.column;
    const double dy = (to.band - from.band) / unit.band;
    const double px = (point.column - from.column) / unit.column;
    const double py = (point.band - from.band) / unit.band;
    const double length = dx * dx + dy * dy;
    const double share = length > 0 ? std::clamp((px * dx + py * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(px - share * dx, py - share * dy);
}

template <class Visit>
void forCells(const Weighing& w, const Weighing::Box& box, Visit&& visit)
{
    for (std::size_t r = box.firstRow; r < box.endRow; ++r)
        for (std::size_t b = box.firstBand; b < box.endBand; ++b)
            visit(r, b, Cell{static_cast<double>(w.span.first + r), static_cast<double>(b)});
}

void weighBrush(Weighing& w)
{
    const Cell radius = w.reach(w.shape.radiusMs, w.shape.radiusMels);
    if (radius.column <= 0 || radius.band <= 0)
        return;
    const double edge = std::max(1e-9, w.shape.brushEdge);
    const auto cells = w.cells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& from = cells[i > 0 ? i - 1 : 0];
        forCells(w, w.around(from, cells[i], radius), [&](std::size_t r, std::size_t b, const Cell& cell) {
            const double away = distance(cell, from, cells[i], radius);
            if (away < 1)
                w.weights(r, b) = std::max(w.weights(r, b), rise((1 - away) / edge));
        });
    }
}

/// Whether the middle of a column's cells lies within the polygon, by the crossings of its sides with that column.
void fillPolygon(Weighing& w, const std::vector<Cell>& corners)
{
    std::vector<double> crossings;
    for (std::size_t r = 0; r < w.weights.rows(); ++r) {
        const auto column = static_cast<double>(w.span.first + r);
        crossings.clear();
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const Cell& a = corners[i];
            const Cell& b = corners[(i + 1) % corners.size()];
            if ((a.column <= column) != (b.column <= column))
                crossings.push_back(a.band + (column - a.column) / (b.column - a.column) * (b.band - a.band));
        }
        std::ranges::sort(crossings);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const auto from = static_cast<std::size_t>(std::max(0.0, std::ceil(crossings[i])));
            for (std::size_t b = from; b < w.weights.columns() && static_cast<double>(b) <= crossings[i + 1]; ++b)
                w.weights(r, b) = 1;
        }
    }
}

void weighLasso(Weighing& w)
{
    const auto corners = w.cells();
    fillPolygon(w, corners);
    const RegionBounds bounds = boundsOf(w.shape);
    const Cell soft = w.reach(std::min(w.shape.softMs, 1000 * (bounds.to - bounds.from) * mostSoftShare),
                              std::min(w.shape.softMels, (bounds.highestMel - bounds.lowestMel) * mostSoftShare));
    if (soft.column <= 0 || soft.band <= 0)
        return;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Cell& to = corners[(i + 1) % corners.size()];
        forCells(w, w.around(corners[i], to, soft), [&](std::size_t r, std::size_t b, const Cell& cell) {
            if (w.weights(r, b) > 0)
                w.weights(r, b) = std::min(w.weights(r, b), rise(distance(cell, corners[i], to, soft)));
        });
    }
}

/// Between the points around a time.
double fundamentalAt(const std::vector<RegionPoint>& points, double seconds)
{
    const auto after = std::ranges::lower_bound(points, seconds, {}, &RegionPoint::seconds);
    if (after == points.begin())
        return points.front().hertz;
    if (after == points.end())
        return points.back().hertz;
    const auto before = std::prev(after);
    const double length = after->seconds - before->seconds;
    return length > 0 ? before->hertz + (seconds - before->seconds) / length * (after->hertz - before->hertz) : after->hertz;
}

void weighHarmonic(Weighing& w, std::size_t row, double hertz, float along)
{
    const double half = halfWidthOf(w.shape, hertz);
    const double edge = std::max(1e-9, w.shape.brushEdge);
    const double bands = static_cast<double>(w.weights.columns());
    const auto first = static_cast<std::size_t>(std::clamp(std::ceil(w.grid.bandAt(melFromHertz(std::max(0.0, hertz - half)))), 0.0, bands));
    const auto end = static_cast<std::size_t>(std::clamp(std::floor(w.grid.bandAt(melFromHertz(hertz + half))) + 1, 0.0, bands));
    for (std::size_t b = first; b < end; ++b) {
        const double away = std::abs(w.grid.hertzOf(static_cast<double>(b)) - hertz) / half;
        w.weights(row, b) = std::max(w.weights(row, b), along * rise((1 - away) / edge));
    }
}

void weighHarmonics(Weighing& w)
{
    auto points = w.shape.points;
    std::ranges::stable_sort(points, {}, &RegionPoint::seconds);
    for (std::size_t r = 0; r < w.weights.rows(); ++r) {
        const double seconds = w.seconds(r);
        const float along = inside(seconds, points.front().seconds, points.back().seconds, w.shape.softMs / 1000);
        const double fundamental = fundamentalAt(points, seconds);
        for (int h = 1; along > 0 && fundamental > 0 && h <= w.shape.harmonics && h * fundamental < 2 * w.grid.mel.topHz; ++h)
            weighHarmonic(w, r, h * fundamental, along);
    }
}

} // namespace

Grid<float> weightsOf(const RegionShape& shape, const RegionGrid& grid, const RegionSpan& span)
{
    Weighing weighing{shape, grid, span, Grid<float>(span.isEmpty() ? 0 : span.end - span.first, grid.bands())};
    if (shape.points.empty() || span.isEmpty())
        return std::move(weighing.weights);
    switch (shape.kind) {
    case RegionKind::Rectangle: weighRectangle(weighing); break;
    case RegionKind::Lasso: weighLasso(weighing); break;
    case RegionKind::Brush: weighBrush(weighing); break;
    case RegionKind::Harmonics: weighHarmonics(weighing); break;
    }
    return std::move(weighing.weights);
}

} // namespace sonoloom
