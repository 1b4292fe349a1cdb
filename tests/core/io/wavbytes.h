// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

/// `count` bytes of a number, the least first.
inline std::string littleEndian(std::uint64_t value, int count)
{
    std::string bytes;
    for (int i = 0; i < count; ++i) {
        bytes.push_back(static_cast<char>(value >> (8 * i)));
    }
    return bytes;
}

inline std::string bigEndian(std::uint64_t value, int count)
{
    const std::string bytes = littleEndian(value, count);
    return {bytes.rbegin(), bytes.rend()};
}

/// What a wav file says of itself, true or not.
struct WavHeader {
    std::uint32_t format = 1; ///< 1 PCM, 3 float, 6 A-law, 7 mu-law
    std::uint32_t channels = 1;
    std::uint32_t rate = 44100;
    std::uint32_t bits = 16;
    std::int64_t soundBytes = -1; ///< negative: as many as there are
};

/// A wav file of these bytes of sound. Source: IBM and Microsoft, "Multimedia Programming Interface", 1991.
inline std::string wavBytes(const WavHeader& header, const std::string& sound)
{
    const std::uint32_t frame = header.channels * header.bits / 8;
    const auto promised =
        static_cast<std::uint32_t>(header.soundBytes < 0 ? static_cast<std::int64_t>(sound.size()) : header.soundBytes);
    return "RIFF" + littleEndian(promised + 36, 4) + "WAVEfmt " + littleEndian(16, 4) + littleEndian(header.format, 2) +
           littleEndian(header.channels, 2) + littleEndian(header.rate, 4) + littleEndian(header.rate * frame, 4) +
           littleEndian(frame, 2) + littleEndian(header.bits, 2) + "data" + littleEndian(promised, 4) + sound;
}

/// Numbers as a wav file stores them.
inline std::string int16Sound(const std::vector<int>& samples)
{
    std::string bytes;
    for (const int sample : samples) {
        bytes += littleEndian(static_cast<std::uint64_t>(static_cast<std::int64_t>(sample)), 2);
    }
    return bytes;
}

inline std::string floatSound(const std::vector<float>& samples)
{
    std::string bytes;
    for (const float sample : samples) {
        bytes += littleEndian(std::bit_cast<std::uint32_t>(sample), 4);
    }
    return bytes;
}
