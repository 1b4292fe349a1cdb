// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/params/sliderscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sonoloom
{

namespace
{

struct UsualRange {
    const char* key;
    Range range;
};

/// Where the allowed range is much wider than what anyone moves a slider to.
constexpr std::array usualRanges{
    UsualRange{"maxvol", {1, 1000}},      UsualRange{"power", {0.05, 1}},        UsualRange{"duration", {500, 60'000}},
    UsualRange{"n-mels", {32, 2048}},     UsualRange{"f-min", {0, 2000}},        UsualRange{"f-max", {2000, 24'000}},
    UsualRange{"step-ms", {2, 50}},       UsualRange{"window-ms", {10, 250}},    UsualRange{"padded-ms", {10, 1000}},
    UsualRange{"iterations", {0, 200}},   UsualRange{"seed", {0, 1000}},
};

constexpr double logarithmicFrom = 30; // ratio of the ends

} // namespace

double SliderScale::shareOf(double value) const
{
    value = std::clamp(value, least, greatest);
    return logarithmic ? std::log(value / least) / std::log(greatest / least) : (value - least) / (greatest - least);
}

double SliderScale::rounded(double share) const
{
    const double value = logarithmic ? least * std::pow(greatest / least, share) : least + (greatest - least) * share;
    if (value == 0)
        return 0;
    const double digit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 2);
    const double nice = std::clamp(std::round(value / digit) * digit, least, greatest);
    return whole ? std::round(nice) : nice;
}

SliderScale sliderScale(const Field& field)
{
    SliderScale scale{field.range.least, field.range.greatest, false, std::holds_alternative<int*>(field.value)};
    const auto usual = std::ranges::find(usualRanges, field.key, &UsualRange::key);
    if (usual != usualRanges.end()) {
        scale.least = std::max(scale.least, usual->range.least);
        scale.greatest = std::min(scale.greatest, usual->range.greatest);
    }
    scale.logarithmic = scale.least > 0 && scale.greatest / scale.least > logarithmicFrom;
    return scale;
}

} // namespace sonoloom
