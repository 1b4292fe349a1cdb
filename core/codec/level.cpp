// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/level.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sonoloom
{

namespace
{

/// Far beyond any sound (full scale is about 3e8), small enough that its square is still a float.
constexpr double greatestMel = 1e18;

double greatestPixel(const LevelCurve& curve)
{
    return curve.depth == 16 ? 65535.0 : 255.0;
}

bool hasStretch(const LevelCurve& curve)
{
    return curve.rule == LevelRule::MinMax && curve.lo && curve.hi;
}

/// The pixel before it is clamped.
double stretchedPixel(double a, double greatest, double lo, double hi)
{
    if (hi <= lo)
        return 0.0;
    // The division of equal numbers may end one bit below 1, which floor would turn into a whole level.
    return a == lo ? greatest : std::floor(greatest * (hi - a) / (hi - lo));
}

double pixelOf(double a, const LevelCurve& curve, double greatest)
{
    switch (curve.rule) {
    case LevelRule::MinMax:
        return stretchedPixel(a, greatest, *curve.lo, *curve.hi);
    case LevelRule::Peak:
        return std::trunc(greatest - greatest * (a / curve.maxvol));
    case LevelRule::Fixed:
    case LevelRule::Shared:
        break;
    }
    return std::round(greatest - a * greatest / curve.maxvol);
}

bool truncates(LevelRule rule)
{
    return rule == LevelRule::MinMax || rule == LevelRule::Peak;
}

} // namespace

double levelOf(double mel, double power)
{
    return std::pow(mel, power);
}

std::size_t pixelsFromMel(std::span<const float> mel, const LevelCurve& curve, std::span<std::uint16_t> pixels)
{
    assert(mel.size() == pixels.size());
    assert(curve.rule != LevelRule::MinMax || hasStretch(curve));
    const double greatest = greatestPixel(curve);
    std::size_t clipped = 0;
    for (std::size_t i = 0; i < mel.size(); ++i) {
        const double pixel = pixelOf(levelOf(mel[i], curve.power), curve, greatest);
        clipped += pixel < 0.0 || pixel > greatest;
        pixels[i] = static_cast<std::uint16_t>(std::clamp(pixel, 0.0, greatest));
    }
    return clipped;
}

void melFromPixels(std::span<const std::uint16_t> pixels, const LevelCurve& curve, bool unbiased, std::span<float> mel)
{
    assert(mel.size() == pixels.size());
    const double greatest = greatestPixel(curve);
    const double lost = unbiased && truncates(curve.rule) ? 0.5 : 0.0;
    const double lo = hasStretch(curve) ? *curve.lo : 0.0;
    const double hi = hasStretch(curve) ? *curve.hi : curve.maxvol;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        // Truncation reaches the top pixel only from the very bottom of the range: nothing is lost there.
        const double above = std::max(0.0, greatest - pixels[i] - lost);
        const double a = std::max(0.0, lo + above * (hi - lo) / greatest);
        mel[i] = static_cast<float>(std::min(std::pow(a, 1.0 / curve.power), greatestMel));
    }
}

} // namespace sonoloom
