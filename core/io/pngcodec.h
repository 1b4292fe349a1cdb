// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace sonoloom
{

/// The most memory that an image's samples may take.
inline constexpr std::uint64_t largestImageBytes = std::uint64_t{1} << 30;

/// The first bytes of every PNG file.
inline constexpr char pngSignature[] = "\x89PNG\r\n\x1a\n";

/// Latin-1 as UTF-8.
std::string utf8FromLatin1(const std::string& text);

/// UTF-8 as Latin-1; empty if a character has no place there.
std::string latin1FromUtf8(const std::string& text);

/// True if `text` is well-formed UTF-8.
bool isUtf8(const std::string& text);

} // namespace sonoloom
