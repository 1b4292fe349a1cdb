// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/region/regionshape.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::size_t mostPoints = 100'000;
constexpr double centsPerOctave = 1200;
constexpr double semitonesPerOctave = 12;
constexpr double beyond = 1e9; ///< seconds and mel that nothing reaches

double highestHertz(const RegionShape& shape)
{
    double hertz = 0;
    for (const RegionPoint& point : shape.points)
        hertz = std::max(hertz, point.hertz);
    return hertz;
}

bool hasExtent(const RegionBounds& bounds)
{
    return bounds.to > bounds.from && bounds.highestMel > bounds.lowestMel;
}

} // namespace

double RegionGrid::melOf(double band) const
{
    const double lowest = melFromHertz(mel.minHz);
    return lowest + (band + 1) * (melFromHertz(mel.topHz) - lowest) / (mel.bands + 1);
}

double RegionGrid::bandAt(double place) const
{
    const double lowest = melFromHertz(mel.minHz);
    return (place - lowest) * (mel.bands + 1) / (melFromHertz(mel.topHz) - lowest) - 1;
}

double halfWidthOf(const RegionShape& shape, double hertz)
{
    return std::max(shape.widthHertz / 2, hertz * (std::exp2(shape.widthCents / 2 / centsPerOctave) - 1));
}

RegionBounds boundsOf(const RegionShape& shape)
{
    if (shape.points.empty())
        return {};
    RegionBounds bounds{beyond, -beyond, beyond, -beyond};
    for (const RegionPoint& point : shape.points) {
        const double mel = melFromHertz(point.hertz);
        bounds.from = std::min(bounds.from, point.seconds);
        bounds.to = std::max(bounds.to, point.seconds);
        bounds.lowestMel = std::min(bounds.lowestMel, mel);
        bounds.highestMel = std::max(bounds.highestMel, mel);
    }
    if (shape.kind == RegionKind::Brush) {
        const double seconds = shape.radiusMs / 1000;
        return {bounds.from - seconds, bounds.to + seconds, bounds.lowestMel - shape.radiusMels, bounds.highestMel + shape.radiusMels};
    }
    if (shape.kind == RegionKind::Harmonics) {
        const double lowest = hertzFromMel(bounds.lowestMel);
        const double top = highestHertz(shape) * shape.harmonics;
        bounds.lowestMel = melFromHertz(std::max(0.0, lowest - halfWidthOf(shape, lowest)));
        bounds.highestMel = melFromHertz(top + halfWidthOf(shape, top));
    }
    return bounds;
}

RegionSpan columnsOf(const RegionShape& shape, const RegionGrid& grid)
{
    const RegionBounds bounds = boundsOf(shape);
    if (!hasExtent(bounds) || grid.columns == 0 || bounds.to < 0)
        return {};
    const double first = std::max(0.0, std::ceil(bounds.from / grid.columnSeconds));
    const double end = std::min(static_cast<double>(grid.columns), std::floor(bounds.to / grid.columnSeconds) + 1);
    if (end <= first)
        return {};
    return {static_cast<std::size_t>(first), static_cast<std::size_t>(end)};
}

RegionShape moved(RegionShape shape, double seconds, double semitones)
{
    const double ratio = std::exp2(semitones / semitonesPerOctave);
    for (RegionPoint& point : shape.points)
        point = {point.seconds + seconds, point.hertz * ratio};
    return shape;
}

std::string pointsText(const std::vector<RegionPoint>& points)
{
    std::string text;
    char buffer[32];
    const auto append = [&](double number) { text.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr); };
    for (const RegionPoint& point : points) {
        if (!text.empty())
            text += '/';
        append(point.seconds);
        text += ':';
        append(point.hertz);
    }
    return text;
}

Result<std::vector<RegionPoint>> pointsFrom(std::string_view text)
{
    const Error bad{ErrorCode::InvalidArgument,
                    "Points are written as seconds:hertz with / between, such as 0.5:440/0.75:466; '" + std::string(text.substr(0, 40)) +
                        "' is not."};
    std::vector<RegionPoint> points;
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    const auto number = [&](double& value) {
        const auto read = std::from_chars(at, end, value);
        at = read.ptr;
        return read.ec == std::errc() && std::isfinite(value);
    };
    while (at != end) {
        RegionPoint point;
        if (!number(point.seconds) || at == end || *at++ != ':' || !number(point.hertz) || point.hertz < 0 || points.size() == mostPoints)
            return bad;
        points.push_back(point);
        if (at != end && (*at++ != '/' || at == end))
            return bad;
    }
    return points.empty() ? Result<std::vector<RegionPoint>>(bad) : points;
}

} // namespace sonoloom
