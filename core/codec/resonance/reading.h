// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/resonance/bitscode.h"
#include "core/codec/resonance/wavrecord.h"

#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// What the user asked for when decoding, and which of it was really given.
struct ResonanceWish {
    ResonanceParams params;
    const std::vector<std::string>& given;

    bool gives(std::string_view key) const;
};

/// How one image is to be read and where its bytes belong.
struct ResonanceReading {
    std::size_t image = 0; ///< its place in the set
    std::string name;
    int width = 0;         ///< of the image as it is
    int height = 0;
    ResonanceParams drawn; ///< as it was made
    BlockGrid grid;
    std::optional<BitsHeader> bits;
    std::optional<Record> record;
    std::optional<WavRecord> wav;
    std::uint64_t offset = 0; ///< of its first byte
    std::uint64_t bytes = 0;
    bool placed = false;      ///< record or header tells the offset; else images follow in the order given
};

/// Reads how `image` was made from its record, its bits, the user's wish and its look, in this order.
/// Errors: InvalidArgument for an expansion that does not fit and an image made too small, Unsupported for bits that cannot be read.
Result<ResonanceReading> readingOf(const Image& image, const std::string& name, const std::optional<Record>& record,
                                   const ResonanceWish& wish, JobMonitor& monitor);

/// The bytes of the image. Damage is located where checks are known.
TileBytes bytesOf(const Image& image, const ResonanceReading& reading, bool compatible);

} // namespace sonoloom
