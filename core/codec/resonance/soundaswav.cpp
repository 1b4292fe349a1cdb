// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/soundaswav.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::size_t blockFrames = 65536;

bool isWhole(float sample, float scale)
{
    const float level = sample * scale;
    return level == std::nearbyint(level) && level >= -scale && level < scale;
}

/// Bytes a sample that lose nothing: 2, 3, or 4 for float.
Result<int> exactBytes(AudioSource& source, JobMonitor& monitor)
{
    int bytes = 2;
    if (auto ready = source.rewind(); !ready)
        return ready.error();
    for (;;) {
        if (monitor.cancelled())
            return cancelledError();
        const auto block = source.read(blockFrames);
        if (!block)
            return block.error();
        if (block->sampleCount() == 0 || bytes == 4)
            return bytes;
        for (const auto& channel : block->channels) {
            if (bytes == 2 && !std::ranges::all_of(channel, [](float s) { return isWhole(s, 32768.0f); }))
                bytes = 3;
            if (bytes == 3 && !std::ranges::all_of(channel, [](float s) { return isWhole(s, 8388608.0f); }))
                bytes = 4;
        }
    }
}

std::uint32_t numberOf(float sample, int bytes)
{
    if (bytes == 4)
        return std::bit_cast<std::uint32_t>(sample);
    return static_cast<std::uint32_t>(std::lround(sample * (bytes == 2 ? 32768.0f : 8388608.0f)));
}

} // namespace

Result<std::unique_ptr<SoundAsWav>> SoundAsWav::make(AudioSource& source, JobMonitor& monitor)
{
    const auto bytes = exactBytes(source, monitor);
    if (!bytes)
        return bytes.error();
    const WavFormat format{*bytes == 4 ? WavSamples::Float : WavSamples::Integer, false, source.sampleRate(),
                           source.channelCount(), *bytes};
    return std::unique_ptr<SoundAsWav>(new SoundAsWav(source, format));
}

SoundAsWav::SoundAsWav(AudioSource& source, const WavFormat& format)
    : source_(source), format_(format), payload_(source.sampleCount() * format.frameBytes()),
      header_(wavHeader(format, payload_))
{
}

Result<void> SoundAsWav::readBlock(std::uint64_t place)
{
    if (!started_ || place < blockStart_) {
        if (auto ready = source_.rewind(); !ready)
            return ready;
        started_ = true;
        blockStart_ = 0;
        block_.clear();
    }
    while (place >= blockStart_ + block_.size()) {
        blockStart_ += block_.size();
        const auto audio = source_.read(blockFrames);
        if (!audio)
            return audio.error();
        if (audio->sampleCount() == 0)
            return Error{ErrorCode::Corrupt, "The sound ends before it should; encode it again."};
        block_.clear();
        for (std::size_t i = 0; i < audio->sampleCount(); ++i)
            for (const auto& channel : audio->channels) {
                const std::uint32_t number = numberOf(channel[i], format_.bytes);
                for (int b = 0; b < format_.bytes; ++b)
                    block_.push_back(static_cast<std::uint8_t>(number >> (8 * b)));
            }
    }
    return {};
}

Result<void> SoundAsWav::read(std::uint64_t offset, std::span<std::uint8_t> bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const std::uint64_t at = offset + i;
        if (at < header_.size()) {
            bytes[i++] = header_[static_cast<std::size_t>(at)];
            continue;
        }
        const std::uint64_t place = at - header_.size();
        if (auto ready = readBlock(place); !ready)
            return ready;
        const auto from = static_cast<std::size_t>(place - blockStart_);
        const std::size_t now = std::min(bytes.size() - i, block_.size() - from);
        std::copy_n(block_.begin() + static_cast<std::ptrdiff_t>(from), now, bytes.begin() + static_cast<std::ptrdiff_t>(i));
        i += now;
    }
    return {};
}

} // namespace sonoloom
