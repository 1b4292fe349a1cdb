// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/audioformats.h"
#include "core/io/outputfile.h"
#include "core/io/samplefeed.h"

namespace sonoloom
{

/// Writes all that `feed` gives as wav, flac, ogg or mp3; the same sound as the same bytes.
/// Errors: Cancelled, WriteFailed.
Result<void> encodeWithSndfile(OutputFile& file, SampleFeed& feed, const WritableFormat& format, SampleFormat bits);

} // namespace sonoloom
