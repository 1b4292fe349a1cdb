// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/dsp/engine/blockiteration.h"

#include <cstdint>
#include <vector>

namespace sonoloom
{

/// Sound of a block at the file's rate: `samples` from sample `first` of the timeline on (first may be negative).
struct BlockSound {
    std::int64_t first = 0;
    std::vector<float> samples;
};

/// The block's frames with their bands brought to `mel` [frames x bands], every second bin laid into a spectrum at the
/// file's rate, and overlap-added: no resampler is needed.
BlockSound synthesise(const Engine& engine, const Block& block, const BlockIteration& iteration, const Grid<float>& mel,
                      int threads);

} // namespace sonoloom
