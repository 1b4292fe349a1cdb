// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/bytesource.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sonoloom
{

/// How the samples of a WAV file are written.
enum class WavSamples { Integer, Float, ALaw, MuLaw, Other };

struct WavFormat {
    WavSamples samples = WavSamples::Other;
    bool bigEndian = false; ///< RIFX
    int sampleRate = 0;     ///< Hz
    int channels = 0;
    int bytes = 0; ///< a sample of one channel takes

    /// All channels together; at least 1, so that it can divide.
    std::uint64_t frameBytes() const;
};

/// Where things lie in a WAV file: what is before the samples, the samples, what is behind them.
struct WavLayout {
    WavFormat format;
    std::uint64_t before = 0;  ///< bytes
    std::uint64_t payload = 0; ///< bytes of the data chunk that are there, without its padding
    std::uint64_t after = 0;   ///< bytes
};

/// Finds the data chunk of a RIFF, RIFX or RF64 file. A length that is wrong or not filled in means up to the file's end.
/// Errors: Unsupported if it is no WAV file or has no data chunk, and what reading reports.
Result<WavLayout> readWavLayout(ByteSource& file);

/// The shortest header of a WAV file with so many bytes of samples, RF64 above 4 GiB.
/// @param format Integer or Float, little-endian
std::vector<std::uint8_t> wavHeader(const WavFormat& format, std::uint64_t payload);

/// Appends whole frames to `audio`, full scale +-1; its channels are as many as the format's.
/// @return false if samples of this kind cannot be read
bool appendWavSamples(std::span<const std::uint8_t> frames, const WavFormat& format, Audio& audio);

} // namespace sonoloom
