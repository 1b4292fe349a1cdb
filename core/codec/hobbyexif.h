// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace sonoloom
{

/// riffusion-hobby's EXIF tags and their values. Source: core/codec/README.md, "EXIF".
using HobbyTags = std::map<int, double>;

namespace hobbytag
{
inline constexpr int sampleRate = 11000;
inline constexpr int stereo = 11005;
inline constexpr int stepMs = 11010;
inline constexpr int windowMs = 11020;
inline constexpr int paddedMs = 11030;
inline constexpr int bands = 11040;
inline constexpr int minHz = 11050;
inline constexpr int topHz = 11060;
inline constexpr int power = 11070;
inline constexpr int maxValue = 11080;
} // namespace hobbytag

/// The TIFF block that holds these tags: big-endian, one directory, SHORT where a value is whole and fits (LONG above
/// 65535), else DOUBLE; power and max value are always DOUBLE.
std::vector<std::uint8_t> hobbyExifBlock(const HobbyTags& tags);

/// riffusion-hobby's tags in a TIFF block of either byte order; none if it holds only others.
/// Errors: Corrupt if the block is cut short or no TIFF.
Result<HobbyTags> hobbyTagsOf(std::span<const std::uint8_t> block);

} // namespace sonoloom
