// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/base/grid.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sonoloom
{

/// How mel magnitudes become pixel values (core/codec/README.md, "Levels").
enum class LevelRule { MinMax, Fixed, Shared, Peak };

/// A curve from magnitude to pixel with its numbers filled in.
struct LevelCurve {
    LevelRule rule = LevelRule::Fixed;
    double maxvol = 100;          ///< a = mel^power; the pixel is darkest at a = maxvol (peak: the largest mel^power)
    double power = 0.25;
    int depth = 8;                ///< bits
    std::optional<double> lo;     ///< minmax: least and greatest a of the image
    std::optional<double> hi;
    bool operator==(const LevelCurve&) const = default;
};

/// a = mel^power for every cell, in double, as the peers compute it.
double levelOf(double mel, double power);

/// Pixel values of one row of magnitudes; returns how many were clipped. minmax needs lo and hi.
std::size_t pixelsFromMel(std::span<const float> mel, const LevelCurve& curve, std::span<std::uint16_t> pixels);

/// Magnitudes of pixel values. `unbiased` adds the half level that truncating rules (minmax, peak) lost.
void melFromPixels(std::span<const std::uint16_t> pixels, const LevelCurve& curve, bool unbiased, std::span<float> mel);

} // namespace sonoloom
