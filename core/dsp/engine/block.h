// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/engine/iterationbank.h"
#include "core/dsp/engine/iterationgrid.h"
#include "core/dsp/engine/windowtables.h"

#include <cstddef>
#include <cstdint>

namespace sonoloom
{

/// What every block of one reconstruction shares; read-only once made.
struct Engine {
    MelAnalysis analysis;
    IterationGrid grid;
    IterationBank bank;
    WindowTables windows;
    Fft iterationFft;
    Fft synthesisFft;

    Engine(const MelAnalysis& analysis_, const IterationGrid& grid_)
        : analysis(analysis_), grid(grid_), bank(analysis_, grid_), windows(grid_), iterationFft(grid_.fftSize),
          synthesisFft(grid_.synthesisSize)
    {
    }
};

/// Frames firstFrame .. firstFrame + frames - 1 of a timeline whose sound ends with sample `lastSample` (at the
/// file's rate, counted from the centre of frame 0).
struct Block {
    std::int64_t firstFrame = 0;
    std::size_t frames = 0;
    std::int64_t lastSample = 0;
};

/// Frames are worked on in groups of this many, each adding to a buffer of its own; the groups are then summed in
/// order, so that the result does not depend on which thread took which.
inline constexpr std::size_t framesInGroup = 64;

} // namespace sonoloom
