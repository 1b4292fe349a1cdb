// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/leveltable.h"

#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

namespace sonoloom
{

namespace
{

constexpr std::uint32_t infinity = 0x7f800000u; // bits of the float; all finite ones from 0 up lie below, in order

/// The least float from 0 up of which `holds` is true; infinity if there is none. Once true, it stays so.
template <class Holds>
float leastFloat(Holds&& holds)
{
    std::uint32_t low = 0;
    std::uint32_t high = infinity;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (holds(std::bit_cast<float>(middle)))
            high = middle;
        else
            low = middle + 1;
    }
    return std::bit_cast<float>(low);
}

struct Drawn {
    std::uint16_t pixel;
    bool clipped;
};

Drawn drawn(float mel, const LevelCurve& curve)
{
    std::uint16_t pixel = 0;
    const bool clipped = pixelsFromMel({&mel, 1}, curve, {&pixel, 1}) > 0;
    return {pixel, clipped};
}

} // namespace

LevelTable::LevelTable(const LevelCurve& curve) : curve_(curve), first_(infinity >> stretchBits)
{
    assert(curve.depth == 8);
    for (int v = 0; v < values; ++v)
        least_[static_cast<std::size_t>(v)] = leastFloat([&](float mel) { return drawn(mel, curve).pixel <= v; });
    clippedBelow_ = leastFloat([&](float mel) { const Drawn d = drawn(mel, curve); return !d.clipped || d.pixel == 0; });
    clippedFrom_ = leastFloat([&](float mel) { const Drawn d = drawn(mel, curve); return d.clipped && d.pixel == 0; });
    int pixel = values - 1;
    for (std::size_t i = 0; i < first_.size(); ++i) {
        const auto begin = std::bit_cast<float>(static_cast<std::uint32_t>(i) << stretchBits);
        while (pixel > 0 && begin >= least_[static_cast<std::size_t>(pixel - 1)])
            --pixel;
        first_[i] = static_cast<std::uint8_t>(pixel);
    }
}

std::size_t LevelTable::pixels(std::span<const float> mel, std::span<std::uint16_t> pixels) const
{
    assert(mel.size() == pixels.size());
    std::size_t clipped = 0;
    for (std::size_t i = 0; i < mel.size(); ++i) {
        const float value = mel[i];
        const std::uint32_t stretch = std::bit_cast<std::uint32_t>(value) >> stretchBits;
        if (stretch >= first_.size()) { // negative, infinite or no number
            clipped += pixelsFromMel(mel.subspan(i, 1), curve_, pixels.subspan(i, 1));
            continue;
        }
        std::size_t pixel = first_[stretch];
        while (pixel > 0 && value >= least_[pixel - 1])
            --pixel;
        pixels[i] = static_cast<std::uint16_t>(pixel);
        clipped += value < clippedBelow_ || value >= clippedFrom_;
    }
    return clipped;
}

} // namespace sonoloom
