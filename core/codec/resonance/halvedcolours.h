// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/resonance/blocks.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sonoloom
{

/// Three bytes a block of an image that was a JPEG file with colours at half the size, as most are: luma is the block's
/// mean, colour differences are freed of the smoothing with which libjpeg brings them back to size.
/// @param image RGB, 8 bits
/// @param even the blocks as an estimate without such smoothing has them
/// @return nothing if the smoothing explains the image's colours no better than `even`, or blocks are not whole pixels
/// Source: libjpeg, jdsample.c, h2v2_fancy_upsample (weights 9, 3, 3, 1 of 16).
std::optional<std::vector<std::uint8_t>> estimateHalvedColours(const Image& image, const BlockGrid& grid,
                                                               std::span<const std::uint8_t> even);

} // namespace sonoloom
