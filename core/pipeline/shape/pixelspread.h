// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sonoloom
{

/// What the channels of images are: the level of magnitudes (grey, or green left and blue right), or mere colours.
enum class PixelMeaning { Levels, Colours };

/// How the pixel values of images are spread over 0..255; of 16 bits the upper 8.
struct PixelSpread {
    enum class Channel { Grey, Left, Right, Red, Green, Blue };
    struct Counts {
        Channel channel = Channel::Grey;
        std::array<std::uint64_t, 256> values{};
    };

    std::vector<Counts> channels;
    std::size_t rowStep = 1; ///< every so many rows were counted; 1: all

    /// Sample values counted.
    std::uint64_t total() const;
    /// The least and the greatest value counted; 255 and 0 where there is none.
    int least() const;
    int greatest() const;
    /// Of all channels, 0 to 1.
    double shareOf(int value) const;
};

/// Sample values above which rows are left out.
inline constexpr std::size_t mostCountedPixels = 10'000'000;

/// Counts the values of all images; channels that are equal throughout are one, transparency is not looked at. Beyond
/// mostCountedPixels only every so many rows of each image are counted, from its top. `threads` never changes a bit.
PixelSpread spreadOf(const std::vector<std::shared_ptr<const Image>>& images, PixelMeaning meaning, int threads);

} // namespace sonoloom
