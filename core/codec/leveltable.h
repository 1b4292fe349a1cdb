// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/level.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sonoloom
{

/// pixelsFromMel() for many magnitudes on one 8-bit curve: the same pixels, looked up.
///
/// A pixel never rises with the magnitude. So for each pixel value the table knows the least magnitude that reaches it, found by
/// halving with the formula itself, and for each of 32768 stretches of magnitudes the pixel where it begins; from there
/// it is a step or two.
class LevelTable
{
public:
    /// @param curve of 8 bits
    explicit LevelTable(const LevelCurve& curve);

    /// As pixelsFromMel().
    std::size_t pixels(std::span<const float> mel, std::span<std::uint16_t> pixels) const;

private:
    static constexpr int values = 256;
    static constexpr int stretchBits = 16; ///< lower bits of a float that one stretch spans

    LevelCurve curve_;
    std::array<float, values> least_{};    ///< of pixel v: the least magnitude whose pixel is at most v
    std::vector<std::uint8_t> first_;      ///< pixel at the beginning of each stretch
    float clippedBelow_ = 0;               ///< magnitudes under this are clipped
    float clippedFrom_ = 0;                ///< and from this on
};

} // namespace sonoloom
