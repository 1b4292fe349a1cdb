// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/spectrogrampainter.h"

namespace sonoloom
{

/// From the loudest cell of both down by 80 dB, at a round number of dB. Null: none.
ColourScale usualScale(const DisplaySpectrogram* a, const DisplaySpectrogram* b);

} // namespace sonoloom
