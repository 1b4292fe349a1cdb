// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/shape/levelhint.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace sonoloom
{

namespace
{

constexpr double leftShare = 0.005; // of the cells, on either side of the middle, once it is mended
constexpr double besideMiddle = 0.05; // of the level: more than rounding the power and the steps of MelSpread move a cell

/// The curve from magnitude to pixel.
struct Curve {
    double maxvol;
    double power;
};

std::optional<double> numberAt(const std::vector<Field>& fields, const char* key)
{
    const Field* field = findField(fields, key);
    const auto* number = field ? std::get_if<double*>(&field->value) : nullptr;
    return number ? std::optional(**number) : std::nullopt;
}

/// digits * 10^exponent, as near as it is when read from text: 82.4, not 82.40000000000001.
double decimal(double digits, int exponent)
{
    const std::string text = std::to_string(std::llround(digits)) + 'e' + std::to_string(exponent);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

int exponentOf(double value, int digits)
{
    return static_cast<int>(std::floor(std::log10(value))) - digits + 1;
}

double roundedUp(double value)
{
    const int exponent = exponentOf(value, 3);
    return decimal(std::ceil(value / std::pow(10.0, exponent) * (1 - 1e-12)), exponent);
}

double roundedTo(double value, int digits)
{
    const int exponent = exponentOf(value, digits);
    return decimal(std::round(value / std::pow(10.0, exponent)), exponent);
}

std::optional<LevelFault> faultOf(const MelSpread& levels, const Curve& curve, double& share)
{
    const double middle = std::pow(curve.maxvol / 2, 1 / curve.power);
    const double dark = levels.shareAbove(middle);
    share = std::min(dark, 1 - dark);
    if (dark < leastHalfShare)
        return LevelFault::DarkHalfEmpty;
    if (1 - dark < leastHalfShare)
        return LevelFault::LightHalfEmpty;
    return std::nullopt;
}

bool isFine(const MelSpread& levels, const Curve& curve)
{
    double ignored = 0;
    return !faultOf(levels, curve, ignored);
}

Curve fitting(const MelSpread& levels, double power)
{
    return {roundedUp(std::pow(levels.loudest(), power)), power};
}

/// The power that draws cells `ratio` times as loud as the loudest at `level` of it.
double powerFor(double level, double ratio)
{
    return std::log(level) / std::log(std::min(ratio, 0.999));
}

double mendingPower(const MelSpread& levels, const Range& range)
{
    const auto ratio = [&](double share) { return levels.reachedBy(share) / levels.loudest(); };
    const double least = powerFor(0.5 - besideMiddle, ratio(1 - leftShare));
    const double greatest = std::max(least, powerFor(0.5 + besideMiddle, ratio(leftShare)));
    const double power = std::clamp(powerFor(0.25, ratio(0.5)), least, greatest);
    return std::clamp(roundedTo(power, 2), range.least, range.greatest);
}

} // namespace

std::optional<LevelHint> levelHint(const Codec& codec, const EncodeReport& report, const MelSpread& levels)
{
    const auto own = codec.clone();
    const auto fields = own->fields();
    const auto maxvol = numberAt(fields, "maxvol");
    const auto power = numberAt(fields, "power");
    const Field* level = findField(fields, "level");
    if (!maxvol || !power || !level || levels.cells() == 0 || fieldText(*level) == "minmax")
        return std::nullopt;
    const bool fixed = fieldText(*level) == "fixed";
    LevelHint hint;
    const double clipped = report.pixels == 0 ? 0.0 : static_cast<double>(report.clippedPixels) / static_cast<double>(report.pixels);
    if (fixed && clipped > leastClippedShare) {
        hint.share = clipped;
    } else {
        const auto fault = faultOf(levels, fixed ? Curve{*maxvol, *power} : fitting(levels, *power), hint.share);
        if (!fault)
            return std::nullopt;
        hint.fault = *fault;
    }
    Curve mended = fitting(levels, *power);
    if (!isFine(levels, mended)) {
        const Curve other = fitting(levels, mendingPower(levels, findField(fields, "power")->range));
        if (isFine(levels, other)) {
            mended = other;
            hint.power = mended.power;
        } else if (hint.fault != LevelFault::Clipped) {
            return std::nullopt;
        }
    }
    if (fixed)
        hint.maxvol = mended.maxvol;
    return hint;
}

} // namespace sonoloom
