// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sonoloom
{

/// Pixels in memory, `[height x width x channels]`, top row first, and the texts that travel with them.
struct Image {
    int width = 0;
    int height = 0;
    int channels = 1;                    ///< 1 grey, 3 RGB, 4 RGB and alpha
    int depth = 8;                       ///< bits a sample, 8 or 16; samples are 0..255 or 0..65535
    std::vector<std::uint16_t> samples;  ///< whatever the depth
    std::map<std::string, std::string> text; ///< PNG iTXt/tEXt/zTXt: keyword -> UTF-8
    std::vector<std::uint8_t> exif;      ///< TIFF block as PNG eXIf holds it (no "Exif\0\0" before it); may be empty

    Image() = default;
    Image(int width_, int height_, int channels_, int depth_ = 8)
        : width(width_), height(height_), channels(channels_), depth(depth_),
          samples(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * static_cast<std::size_t>(channels_))
    {
    }

    /// Largest sample value: 255 or 65535.
    int maxValue() const { return depth == 16 ? 65535 : 255; }

    std::uint16_t& at(int x, int y, int channel = 0) { return samples[index(x, y, channel)]; }
    std::uint16_t at(int x, int y, int channel = 0) const { return samples[index(x, y, channel)]; }

private:
    std::size_t index(int x, int y, int channel) const
    {
        assert(x >= 0 && x < width && y >= 0 && y < height && channel >= 0 && channel < channels);
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) *
                   static_cast<std::size_t>(channels) +
               static_cast<std::size_t>(channel);
    }
};

} // namespace sonoloom
