// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/audioformats.h"
#include "core/io/outputfile.h"
#include "core/io/samplefeed.h"

namespace sonoloom
{

/// Writes all that `feed` gives as m4a (AAC in MP4) or opus; the same sound as the same bytes. The file tells the exact
/// length, without the encoder's priming and padding. (libsndfile's Opus ends 6.5 ms early in silence.)
/// Errors: Cancelled, WriteFailed.
Result<void> encodeWithAv(OutputFile& file, SampleFeed& feed, const WritableFormat& format);

} // namespace sonoloom
