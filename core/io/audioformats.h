// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/audiofile.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// A kind of sound file that can be written, and what it can hold.
struct WritableFormat {
    std::string_view suffix; ///< lower case, without dot
    std::string_view name;   ///< for messages
    int mostChannels; ///< of lossy formats 2: with more they give channels roles, and low-pass one as a subwoofer's
    std::vector<int>
        rates; ///< Hz, ascending: the only ones, or, if these are two, the lowest and highest of all between
    bool lossy;
};

/// The format that the place's suffix asks for. Errors: InvalidArgument, naming the place and the suffixes there are.
Result<const WritableFormat*> writableFormat(const std::filesystem::path& place);

/// InvalidArgument if files of the format cannot hold that sound with that sample format, or if there is no sample.
Result<void> checkWritable(const std::filesystem::path& place, const WritableFormat& format, const Audio& audio,
                           const AudioWriteParams& params);

/// True if a wav file with these samples is too large for RIFF's 32-bit sizes, so that it must be RF64.
bool needsRf64(std::size_t samples, std::size_t channels, SampleFormat bits);

} // namespace sonoloom
