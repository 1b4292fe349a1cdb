// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"

namespace sonoloom
{

/// `audio` with one or two channels.
///
/// One: the mean of all. Two, of more than two: channels 1 and 2 are left and right; of the others, a third of three
/// and the third and fourth of five or more go to both sides, the rest to left and right in turn, all at -3 dB; each side is divided
/// by the sum of its weights, so that equal channels keep their level. Mono is doubled.
Audio mixedTo(Audio audio, int channels);

} // namespace sonoloom
