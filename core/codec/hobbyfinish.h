// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"

namespace sonoloom
{

/// riffusion-hobby's last step, on its 16-bit scale: peak to 32767, then gain to -12 dBFS RMS (cut off at full scale),
/// then peak to -0.1 dBFS. Silence stays silence. Golden case hobby.finish.
Audio finishedAsHobby(const Audio& audio);

} // namespace sonoloom
