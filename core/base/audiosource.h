// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/bytesource.h"
#include "core/base/result.h"

#include <cstddef>
#include <memory>

namespace sonoloom
{

/// Sound that is read in blocks from first to last sample, so that an hour need not be in memory.
class AudioSource
{
public:
    virtual ~AudioSource() = default;

    virtual int sampleRate() const = 0;
    virtual int channelCount() const = 0;
    /// Samples per channel, exact.
    virtual std::size_t sampleCount() const = 0;

    /// The next up to `count` samples of every channel; fewer only at the end, none after it.
    virtual Result<Audio> read(std::size_t count) = 0;

    /// Starts again at the first sample.
    virtual Result<void> rewind() = 0;

    /// The bytes of the file that the samples are read from, owned by this; null where there is none.
    virtual ByteSource* file() { return nullptr; }
};

/// A source over sound that is in memory and stays unchanged.
std::unique_ptr<AudioSource> memorySource(std::shared_ptr<const Audio> audio);

/// Everything that is left in `source`.
Result<Audio> readAll(AudioSource& source);

} // namespace sonoloom
