// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audiosource.h"
#include "core/base/monitor.h"
#include "core/codec/resonance/wavlayout.h"

#include <memory>

namespace sonoloom
{

/// A sound that has no WAV file, as the bytes of one. Meant to be read from front to back.
class SoundAsWav final : public ByteSource
{
public:
    /// Takes the narrowest of 16 and 24 bit and float that holds every sample exactly, which it reads them all for.
    /// Errors: those of `source`, which must outlive this; Cancelled.
    static Result<std::unique_ptr<SoundAsWav>> make(AudioSource& source, JobMonitor& monitor);

    std::uint64_t size() const override { return header_.size() + payload_; }
    Result<void> read(std::uint64_t offset, std::span<std::uint8_t> bytes) override;

private:
    SoundAsWav(AudioSource& source, const WavFormat& format);
    Result<void> readBlock(std::uint64_t place);

    AudioSource& source_;
    WavFormat format_;
    std::uint64_t payload_;
    std::vector<std::uint8_t> header_;
    std::vector<std::uint8_t> block_;
    std::uint64_t blockStart_ = 0; ///< of block_, in bytes of the payload
    bool started_ = false;
};

} // namespace sonoloom
