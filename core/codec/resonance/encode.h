// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/resonance/resonance.h"

#include <cstdint>

namespace sonoloom
{

/// Bytes of sound that one image takes. 0 if it is too small for any.
std::uint64_t resonanceCapacity(const ResonanceParams& params);

/// Errors: InvalidArgument or TooLarge for sizes that do not fit together.
Result<void> checkResonanceSize(const ResonanceParams& params);

/// The bytes of the sound's WAV file, or of one that holds its samples exactly, as images. Errors: as Codec::encode.
Result<EncodeReport> encodeResonance(AudioSource& source, const ResonanceParams& params, const Record::Source& origin,
                                     const TileSink& sink, JobMonitor& monitor);

} // namespace sonoloom
