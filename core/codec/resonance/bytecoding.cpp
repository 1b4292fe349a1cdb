// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/bytecoding.h"

#include <array>

namespace sonoloom
{

namespace
{

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

using CrcTables = std::array<std::array<std::uint32_t, 256>, 8>;

/// Table k says what a byte does to the sum with k more bytes behind it.
constexpr CrcTables crcTables()
{
    CrcTables tables{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
        tables[0][i] = value;
    }
    for (std::size_t k = 1; k < tables.size(); ++k)
        for (std::size_t i = 0; i < 256; ++i)
            tables[k][i] = tables[0][tables[k - 1][i] & 0xFF] ^ tables[k - 1][i] >> 8;
    return tables;
}

} // namespace

std::uint32_t crc32(std::span<const std::uint8_t> bytes)
{
    static constexpr CrcTables tables = crcTables();
    std::uint32_t value = 0xFFFFFFFFu;
    for (; bytes.size() >= tables.size(); bytes = bytes.subspan(tables.size())) {
        std::uint32_t next = 0;
        for (std::size_t i = 0; i < tables.size(); ++i)
            next ^= tables[tables.size() - 1 - i][(i < 4 ? bytes[i] ^ value >> (8 * i) : bytes[i]) & 0xFF];
        value = next;
    }
    for (const std::uint8_t byte : bytes)
        value = tables[0][(value ^ byte) & 0xFF] ^ (value >> 8);
    return ~value;
}

std::string toBase64(std::span<const std::uint8_t> bytes)
{
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (i + k < bytes.size() ? bytes[i + k] : 0u);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k <= bytes.size() ? alphabet[(group >> (18 - 6 * k)) & 63] : '=';
    }
    return text;
}

Result<std::vector<std::uint8_t>> fromBase64(std::string_view text)
{
    const Error broken{ErrorCode::Corrupt, "The record's bytes are not base64."};
    if (text.size() % 4 != 0)
        return broken;
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t group = 0;
        std::size_t padding = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const auto digit = alphabet.find(text[i + k]);
            const bool padded = text[i + k] == '=' && k >= 2 && i + 4 == text.size();
            if ((digit == std::string_view::npos && !padded) || (padding > 0 && !padded))
                return broken;
            padding += padded ? 1 : 0;
            group = group << 6 | (padded ? 0u : static_cast<std::uint32_t>(digit));
        }
        for (std::size_t k = 0; k < 3 - padding; ++k)
            bytes.push_back(static_cast<std::uint8_t>(group >> (16 - 8 * k)));
    }
    return bytes;
}

} // namespace sonoloom
