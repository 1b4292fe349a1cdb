// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/wavdiff/wavdiff.h"

namespace sonoloom
{

/// Where the images go and how many threads make them.
struct WavdiffOutlet {
    const TileSink& sink;
    int threads = 0;
};

/// Sound to images as core/codec/README.md says; parameters must have passed Codec::check.
///
/// Holds the sound of one image at a time; compatible sound of another rate than 44100 Hz is held whole, as mono.
/// Errors: Corrupt for a sound without samples, Unsupported for one too short for a compatible image, Cancelled,
/// what reading and the sink report.
Result<EncodeReport> encodeWavdiff(AudioSource& source, const WavdiffParams& params, const Record::Source& origin,
                                   const WavdiffOutlet& outlet, JobMonitor& monitor);

} // namespace sonoloom
