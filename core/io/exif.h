// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// What the marker segments of a JPEG file say.
struct JpegFacts {
    std::vector<std::uint8_t> exif; ///< TIFF block of the Exif segment, without "Exif\0\0" before it; may be empty
    bool complete = false;          ///< the end marker was reached
};

/// Walks a JPEG file's segments. Never fails: what is missing stays at its default.
///
/// Source: ITU-T T.81, annex B; CIPA DC-008 (Exif), 4.5.
JpegFacts jpegFacts(std::string_view bytes);

} // namespace sonoloom
