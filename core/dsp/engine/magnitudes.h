// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/engine/engine.h"
#include "core/dsp/reconstruct.h"

#include <vector>

namespace sonoloom
{

using Magnitudes = std::vector<Grid<float>>; ///< [frames x values], one a channel

/// Makes every value one that can be worked with: what is negative or no number becomes 0, what is above 1e15 becomes 1e15.
void makeSound(Grid<float>& magnitudes);

/// Columns of the source, made sound. Errors: InvalidArgument (rows of another length than the constraint's), the source's.
Result<Magnitudes> readMagnitudes(MagnitudeSource& source, const Constraint& constraint, std::size_t first,
                                  std::size_t count);

/// The largest magnitude of the whole source. Errors: as above, Cancelled.
Result<float> peakOf(MagnitudeSource& source, const Constraint& constraint, JobMonitor& monitor);

/// First magnitudes on the phase grid for every source row of every channel. `threads` never changes a bit.
Magnitudes startMagnitudes(const Engine& engine, const Magnitudes& source, int threads);

/// The channels' sum, from which all take their phases.
Grid<float> sumOfChannels(const Magnitudes& channels);

} // namespace sonoloom
