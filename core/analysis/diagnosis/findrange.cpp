// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/findrange.h"

#include <algorithm>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr std::size_t levelsOf8Bits = 256;

std::size_t levelCount(const Image& image)
{
    std::vector<bool> used(65536);
    for (const std::uint16_t sample : image.samples)
        used[sample] = true;
    return static_cast<std::size_t>(std::ranges::count(used, true));
}

} // namespace

std::optional<Finding> findEightBit(const Image& image, const Expected& expected)
{
    const char* cost = expected.content == Content::Phase
                           ? "The sound keeps 55 dB to its noise instead of 104."
                           : "The levels are 257 times coarser than 16 bits have them; soft sound becomes steps.";
    if (image.depth == 8 && expected.depth == 16)
        return Finding{Fault::EightBit, 1, "The image has 8 bits a sample, but 16 when it was written.", cost, false};
    if (image.depth != 16 || image.samples.size() < 4 * levelsOf8Bits)
        return std::nullopt;
    const std::size_t levels = levelCount(image);
    if (levels > levelsOf8Bits || levels < 8)
        return std::nullopt;
    return Finding{Fault::EightBit, levels > 64 ? 1.0 : 0.8,
                   "The image has 16 bits a sample, but only " + std::to_string(levels) + " different levels, as 8 bits have.",
                   cost, false};
}

} // namespace sonoloom
