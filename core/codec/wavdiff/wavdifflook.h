// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"

namespace sonoloom
{

/// How sure it is that the image is one of magnitude and phase, and why.
Recognition recogniseWavdiff(const Image& image);

} // namespace sonoloom
