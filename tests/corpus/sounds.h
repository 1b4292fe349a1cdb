// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"

#include <cstdint>
#include <string_view>
#include <vector>

/// A corpus of images that are made when they are wanted: sounds, their images, pictures of other things, and what
/// happens to images. Everything follows from a seed; the same seed makes the same pixels.
namespace sonoloom::corpus
{

/// chords, drums, noise, speech, sweep, clicks, mix, sparse, tone
const std::vector<std::string_view>& soundKinds();

/// A sound of that kind; other seeds give other notes, rhythms and timbres. @param channels 1 or 2
Audio soundOf(std::string_view kind, std::uint64_t seed, double seconds, int channels = 1, int sampleRate = 44100);

} // namespace sonoloom::corpus
