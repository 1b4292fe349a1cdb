// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/blendtext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr int unitsOfOne = 10'000;
constexpr std::array<const char*, 4> names{"linear", "cosine", "power", "logistic"};

int unitsOf(double share)
{
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * unitsOfOne));
}

std::string textOf(int units)
{
    char buffer[16];
    const double share = static_cast<double>(units) / unitsOfOne;
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, share).ptr};
}

/// With commas between, or once if all are alike.
std::string listed(const std::vector<std::string>& values)
{
    if (std::ranges::all_of(values, [&](const std::string& value) { return value == values.front(); }))
        return values.front();
    std::string text;
    for (const std::string& value : values)
        text += (text.empty() ? "" : ",") + value;
    return text;
}

} // namespace

std::string textOf(const BlendCurve& curve)
{
    if (curve.shape != BlendShape::Points)
        return names[static_cast<std::size_t>(curve.shape)];
    std::string text;
    int before = -1;
    for (const auto& [place, share] : curve.points) {
        const int units = unitsOf(place);
        if (units <= before)
            continue;
        text += (text.empty() ? "" : "/") + textOf(units) + ":" + textOf(unitsOf(share));
        before = units;
    }
    return text;
}

BlendParams withBands(BlendParams params, std::span<const BandFade> bands)
{
    std::vector<std::string> curves;
    std::vector<std::string> starts;
    std::vector<std::string> lengths;
    for (const BandFade& band : bands) {
        const int start = unitsOf(band.start);
        curves.push_back(textOf(band.curve));
        starts.push_back(textOf(start));
        lengths.push_back(textOf(std::min(unitsOf(band.length), unitsOfOne - start)));
    }
    params.bands = static_cast<int>(bands.size());
    params.order = BlendOrder::Whole;
    params.curve = listed(curves);
    params.starts = listed(starts);
    params.lengths = listed(lengths);
    if (params.starts == "0" && params.lengths == "1") {
        params.starts.clear();
        params.lengths.clear();
    }
    return params;
}

} // namespace sonoloom
