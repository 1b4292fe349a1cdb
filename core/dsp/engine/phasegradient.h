// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/dsp/engine/iterationgrid.h"

#include <cstddef>

namespace sonoloom
{

/// How many frames at either end already have their phases.
struct KnownFrames {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Phases whose gradient fits the magnitudes' (phase gradient heap integration).
///
/// For a Gaussian window the log-magnitude determines the phase's derivatives; the Hann window is near one. Integration
/// goes from loud cells to their quieter neighbours, so that errors stay in the quiet. Cells more than 100 dB under the
/// loudest get random phases.
///
/// @param magnitudes [frames x bins] on `grid`, a phaseGrid()
/// @param phases [frames x bins], in turns within +-0.5, referred to the frame's centre. Its `known` rows are taken as
///        given and continued; the others are written.
/// @param firstFrame number of the first row in the timeline: seeds the random phases, nothing else
/// Source: Prusa, Balazs, Søndergaard, "A noniterative method for reconstruction of phase from STFT magnitude", IEEE/ACM
/// TASLP 2017; buckets in place of the heap measured in README.md.
void integratePhase(const Grid<float>& magnitudes, const IterationGrid& grid, KnownFrames known,
                    std::size_t firstFrame, Grid<float>& phases);

} // namespace sonoloom
