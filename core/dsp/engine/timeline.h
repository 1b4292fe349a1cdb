// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/dsp/engine/engine.h"
#include "core/dsp/reconstruct.h"

#include <cstddef>

namespace sonoloom
{

/// A timeline of columns cut into blocks that are solved for themselves and cross-faded; each block also sees a halo of
/// columns on either side. The partition depends on the columns and the analysis only.
struct Partition {
    std::size_t columns = 0;
    std::size_t core = 512; ///< columns of a block without halo; the last block takes what is left
    std::size_t halo = 24;
    std::size_t fade = 8;   ///< half the width of a cross-fade

    Partition(std::size_t columns, const StftParams& stft);

    std::size_t blocks() const;
    /// First and one-past-last column of a block's core, and with its halo.
    std::size_t coreBegin(std::size_t block) const { return block * core; }
    std::size_t coreEnd(std::size_t block) const;
    std::size_t begin(std::size_t block) const;
    std::size_t end(std::size_t block) const;
};

/// How long each block is worked on.
struct Effort {
    int rounds = 32;      ///< after the first guess, >= 0
    double stopError = 0; ///< levels of an 8-bit image of power 0.25; a block whose mean error is below it is done
};

/// The engine over a whole timeline: memory for the result and a few blocks only.
Result<Reconstructed> reconstructTimeline(MagnitudeSource& source, const Engine& engine, std::size_t samples,
                                          const Effort& effort, int threads, JobMonitor& monitor);

} // namespace sonoloom
