// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/io/wavbytes.h"

#include <cstdint>
#include <string>

/// PNG files of any header and chunks, true or not, without libpng: packed by deflate's stored blocks.
/// Source: W3C, "Portable Network Graphics (PNG) Specification"; RFC 1950, RFC 1951.

inline std::uint32_t crc32Of(const std::string& bytes)
{
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<std::uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
        }
    }
    return ~crc;
}

inline std::string pngChunk(const std::string& name, const std::string& content)
{
    return bigEndian(content.size(), 4) + name + content + bigEndian(crc32Of(name + content), 4);
}

inline std::string zlibStored(const std::string& bytes)
{
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const char byte : bytes) {
        a = (a + static_cast<std::uint8_t>(byte)) % 65521;
        b = (b + a) % 65521;
    }
    // One final stored block, so that there can be 65535 bytes.
    return "\x78\x01\x01" + littleEndian(bytes.size(), 2) + littleEndian(~bytes.size(), 2) + bytes +
           bigEndian(b << 16 | a, 4);
}

struct PngHeader {
    std::uint32_t width = 1;
    std::uint32_t height = 1;
    std::uint32_t depth = 8;
    std::uint32_t colour = 0; ///< 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
    std::uint32_t interlace = 0;
};

/// @param rows with the filter's byte before each
/// @param before chunks between the header and the rows
inline std::string pngBytes(const PngHeader& header, const std::string& rows, const std::string& before = {})
{
    const std::string fields = bigEndian(header.width, 4) + bigEndian(header.height, 4) + bigEndian(header.depth, 1) +
                               bigEndian(header.colour, 1) + std::string(2, '\0') + bigEndian(header.interlace, 1);
    return "\x89PNG\r\n\x1a\n" + pngChunk("IHDR", fields) + before + pngChunk("IDAT", zlibStored(rows)) +
           pngChunk("IEND", "");
}
