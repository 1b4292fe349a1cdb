// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// The CRC-32 of PNG and zip: polynomial 0xEDB88320 reflected, start and end inverted.
std::uint32_t crc32(std::span<const std::uint8_t> bytes);

/// RFC 4648's base64 with padding.
std::string toBase64(std::span<const std::uint8_t> bytes);

/// Errors: Corrupt for text that toBase64 does not give.
Result<std::vector<std::uint8_t>> fromBase64(std::string_view text);

} // namespace sonoloom
