// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace sonoloom
{

/// The sound of a media file, decoded by libav frame after frame, without the encoder's priming at the start.
class AvReader
{
public:
    /// Errors: NotFound, Unreadable, Unsupported (no sound in it), Corrupt, each naming the file.
    static Result<AvReader> open(const std::filesystem::path& path);

    AvReader(AvReader&&) noexcept;
    AvReader& operator=(AvReader&&) noexcept;
    ~AvReader();

    /// The next samples, some at least; none at the end. Damaged packets are passed over.
    /// Rate and channels are the first frame's; a frame with others ends the sound.
    Audio next();

    std::string container() const;
    std::string encoding() const;
    /// Samples after which the container ends the sound, at `sampleRate`; 0 if it does not say to the sample.
    std::size_t endSample(int sampleRate) const;
    /// The length that the header says, roughly; 0 if it says none.
    double promisedSeconds() const;

private:
    struct State;
    explicit AvReader(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace sonoloom
