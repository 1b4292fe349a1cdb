// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytesource.h"
#include "core/codec/record.h"
#include "core/codec/resonance/wavlayout.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sonoloom
{

/// The record's `wav`: what surrounds the bytes that are colours, so that the file comes back as it was.
struct WavRecord {
    std::uint64_t bytes = 0;          ///< of samples
    std::uint64_t beforeBytes = 0;
    std::uint64_t afterBytes = 0;
    bool drawn = false;               ///< what is before and after is too long for a record and drawn behind the samples
    std::vector<std::uint8_t> before; ///< empty if drawn
    std::vector<std::uint8_t> after;
    bool operator==(const WavRecord&) const = default;
};

/// What the record of a file with that layout holds. Errors: as ByteSource::read.
Result<WavRecord> wavRecordOf(ByteSource& file, const WavLayout& layout);

/// Adds it to the record's other keys.
void setWavRecord(Record& record, const WavRecord& wav);

/// Nothing if the record has none or one that cannot be.
std::optional<WavRecord> wavRecordFrom(const Record& record);

/// Bytes that one check stands for.
inline constexpr std::size_t checkedBytes = 4096;

/// The CRC-32 of each checkedBytes, as Record::TilePlace::checks holds them.
std::string checksOf(std::span<const std::uint8_t> bytes);

} // namespace sonoloom
