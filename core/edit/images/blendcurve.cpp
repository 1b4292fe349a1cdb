// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/blendcurve.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>

namespace sonoloom
{

namespace
{

constexpr double steepness = 10;
constexpr std::array<std::string_view, 4> names{"linear", "cosine", "power", "logistic"};

double logistic(double place)
{
    return 1 / (1 + std::exp(-steepness * (place - 0.5)));
}

double between(const std::vector<std::pair<double, double>>& points, double place)
{
    const auto after = std::ranges::upper_bound(points, place, {}, &std::pair<double, double>::first);
    if (after == points.begin())
        return points.front().second;
    if (after == points.end())
        return points.back().second;
    const auto before = after - 1;
    return before->second + (after->second - before->second) * (place - before->first) / (after->first - before->first);
}

/// A number of 0 to 1.
std::optional<double> shareFrom(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool fits = error == std::errc() && end == text.data() + text.size() && value >= 0 && value <= 1;
    return fits ? std::optional(value) : std::nullopt;
}

/// Nothing if it is not a list of at least two points with rising places.
std::optional<BlendCurve> pointsFrom(std::string_view text)
{
    BlendCurve curve{BlendShape::Points};
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('/', begin), text.size());
        const std::string_view point = text.substr(begin, end - begin);
        const std::size_t colon = std::min(point.find(':'), point.size());
        const auto place = shareFrom(point.substr(0, colon));
        const auto share = shareFrom(point.substr(std::min(colon + 1, point.size())));
        if (!place || !share || (!curve.points.empty() && *place <= curve.points.back().first))
            return std::nullopt;
        curve.points.emplace_back(*place, *share);
        begin = end + 1;
    }
    return curve.points.size() > 1 ? std::optional(curve) : std::nullopt;
}

} // namespace

double shareAt(const BlendCurve& curve, double place)
{
    place = std::clamp(place, 0.0, 1.0);
    switch (curve.shape) {
    case BlendShape::Linear:
        break;
    case BlendShape::Cosine:
        return (1 - std::cos(std::numbers::pi * place)) / 2;
    case BlendShape::Power:
        return std::pow(std::sin(std::numbers::pi / 2 * place), 2);
    case BlendShape::Logistic:
        return (logistic(place) - logistic(0)) / (logistic(1) - logistic(0));
    case BlendShape::Points:
        return between(curve.points, place);
    }
    return place;
}

Result<BlendCurve> blendCurveFrom(std::string_view text)
{
    if (const auto name = std::ranges::find(names, text); name != names.end())
        return BlendCurve{static_cast<BlendShape>(name - names.begin())};
    if (auto points = pointsFrom(text))
        return std::move(*points);
    return Error{
        ErrorCode::InvalidArgument,
        "'curve' must be linear, cosine, power, logistic, or points from 0 to 1 such as 0:0/0.3:0.8/1:1, not '" +
            std::string(text) + "'."};
}

} // namespace sonoloom
