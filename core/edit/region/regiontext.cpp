// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/region/regiontext.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace sonoloom
{

namespace
{

constexpr double allHertz = 1e6;

std::optional<double> numberFrom(std::string_view text)
{
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isWhole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// "A..B"
std::optional<std::pair<double, double>> rangeFrom(std::string_view text)
{
    const auto dots = text.find("..");
    if (dots == std::string_view::npos)
        return std::nullopt;
    const auto from = numberFrom(text.substr(0, dots));
    const auto to = numberFrom(text.substr(dots + 2));
    if (!from || !to || *to < *from)
        return std::nullopt;
    return std::pair(*from, *to);
}

Error refused(const std::string& what, std::string_view text)
{
    return {ErrorCode::InvalidArgument, what + "; '" + std::string(text.substr(0, 60)) + "' is not."};
}

std::size_t leastPoints(RegionKind kind)
{
    return kind == RegionKind::Lasso ? 3 : kind == RegionKind::Brush ? 1 : 2;
}

} // namespace

Result<RegionShape> rectangleFrom(std::string_view text)
{
    const auto comma = text.find(',');
    const auto seconds = rangeFrom(text.substr(0, comma));
    const auto hertz = comma == std::string_view::npos ? std::optional(std::pair(0.0, allHertz)) : rangeFrom(text.substr(comma + 1));
    if (!seconds || !hertz || hertz->first < 0)
        return refused("A rectangle is written as seconds and hertz, such as 0.5..1.0,400..800", text);
    return RegionShape{RegionKind::Rectangle, {{seconds->first, hertz->first}, {seconds->second, hertz->second}}};
}

Result<RegionShape> toneFrom(std::string_view text)
{
    if (text.find(':') != std::string_view::npos)
        return shapeFrom(RegionKind::Harmonics, text);
    const auto comma = text.find(',');
    const auto seconds = rangeFrom(text.substr(0, comma));
    const auto hertz = comma == std::string_view::npos ? std::nullopt : numberFrom(text.substr(comma + 1));
    if (!seconds || !hertz || *hertz <= 0)
        return refused("A tone is written as seconds and hertz, such as 0.5..1.0,440, or as points where it glides", text);
    return RegionShape{RegionKind::Harmonics, {{seconds->first, *hertz}, {seconds->second, *hertz}}};
}

Result<RegionShape> shapeFrom(RegionKind kind, std::string_view text)
{
    auto points = pointsFrom(text);
    if (!points)
        return points.error();
    if (points->size() < leastPoints(kind))
        return refused("So few points make no shape: a lasso takes three at least, a tone two", text);
    return RegionShape{kind, std::move(*points)};
}

} // namespace sonoloom
