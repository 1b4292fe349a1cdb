// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/resonance/blocks.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sonoloom
{

/// What every image of bits says of itself, at its beginning and again at its end.
struct BitsHeader {
    std::uint32_t sound = 0; ///< CRC-32 of the file's first bytes: tells sounds apart
    std::uint32_t index = 0;
    std::uint32_t count = 0;
    std::uint64_t size = 0;   ///< of the file
    std::uint64_t offset = 0; ///< of the image's bytes in the file
    std::uint32_t bytes = 0;  ///< of the file in this image
    bool operator==(const BitsHeader&) const = default;
};

/// Bytes of the file that so many blocks take, one bit each; 0 if they are too few for any.
std::uint64_t bitsCapacity(std::size_t blocks);

/// The image: grey, a white block for 1. @param bytes header.bytes of them, up to bitsCapacity
Image drawBits(std::span<const std::uint8_t> bytes, const BitsHeader& header, const ResonanceParams& params);

/// The header, if one of its two copies can be read.
std::optional<BitsHeader> readBitsHeader(const Image& image, const BlockGrid& grid);

/// What an image holds, and what of it is damaged.
struct TileBytes {
    std::vector<std::uint8_t> bytes;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> damaged; ///< first byte and the one behind the last
};

/// The bytes that `header` promises.
TileBytes readBits(const Image& image, const BlockGrid& grid, const BitsHeader& header);

} // namespace sonoloom
