// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/engine/blockiteration.h"

namespace sonoloom
{

/// The block's frames brought to their targets, every second bin laid into a spectrum at the file's rate, and
/// overlap-added: no resampler is needed. Where the iteration runs at the file's rate, its signal after one more round.
BlockSound synthesise(const Engine& engine, BlockIteration& iteration, int threads);

} // namespace sonoloom
