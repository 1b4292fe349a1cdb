// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"
#include "core/dsp/look/loudness.h"

namespace sonoloom
{

/// Whether the image is one of Riffusion's, by record, EXIF or pixels.
Recognition recogniseRiffusion(const Image& image);

} // namespace sonoloom
