// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/exif.h"

namespace sonoloom
{

namespace
{

using namespace std::string_view_literals;

constexpr std::uint8_t endOfImage = 0xD9;
constexpr std::uint8_t app1 = 0xE1;

std::uint8_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}

/// Markers without a length: restarts, start of image, TEM.
bool standsAlone(std::uint8_t marker)
{
    return (marker >= 0xD0 && marker <= 0xD8) || marker == 0x01;
}

/// Where the next marker's 0xFF stands at or after `at`; stuffed zeros and restarts of a scan are passed over.
std::size_t findMarker(std::string_view bytes, std::size_t at)
{
    for (; at + 1 < bytes.size(); ++at) {
        const std::uint8_t next = byteAt(bytes, at + 1);
        if (byteAt(bytes, at) == 0xFF && next != 0x00 && next != 0xFF && !standsAlone(next)) {
            return at;
        }
    }
    return bytes.size();
}

void takeSegment(JpegFacts& facts, std::uint8_t marker, std::string_view content)
{
    constexpr std::string_view exifName = "Exif\0\0"sv;
    if (marker == app1 && content.starts_with(exifName) && facts.exif.empty()) {
        content.remove_prefix(exifName.size());
        facts.exif.assign(content.begin(), content.end());
    }
}

} // namespace

JpegFacts jpegFacts(std::string_view bytes)
{
    JpegFacts facts;
    std::size_t at = findMarker(bytes, 2);
    while (at + 1 < bytes.size()) {
        const std::uint8_t marker = byteAt(bytes, at + 1);
        if (marker == endOfImage) {
            facts.complete = true;
            break;
        }
        if (at + 4 > bytes.size()) {
            break;
        }
        const std::size_t length = byteAt(bytes, at + 2) * 256u + byteAt(bytes, at + 3);
        if (length < 2 || at + 2 + length > bytes.size()) {
            break;
        }
        takeSegment(facts, marker, bytes.substr(at + 4, length - 2));
        at = findMarker(bytes, at + 2 + length);
    }
    return facts;
}

} // namespace sonoloom
