// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/engine/iterationgrid.h"
#include "core/dsp/fft.h"

#include <vector>

namespace sonoloom
{

/// Hann windows on the iteration grid for each fraction of a sample that a frame centre can have.
///
/// A table begins grid.half samples before the frame's integer position and holds span() values.
class WindowTables
{
public:
    explicit WindowTables(const IterationGrid& grid);

    /// The window itself.
    const float* analysis(int fraction) const { return analysis_.data() + offset(fraction); }
    /// The window over fftSize, so that an unscaled inverse FFT comes out right.
    const float* synthesis(int fraction) const { return synthesis_.data() + offset(fraction); }
    int span() const { return span_; }
    /// Turns, for each bin of the iteration, from the phase at a frame's centre to that at the start of its table.
    const float* toStart(int fraction) const { return toStart_[static_cast<std::size_t>(fraction)].data(); }

private:
    std::size_t offset(int fraction) const { return static_cast<std::size_t>(fraction) * static_cast<std::size_t>(span_); }

    int span_;
    AlignedBuffer<float> analysis_;
    AlignedBuffer<float> synthesis_;
    std::vector<std::vector<float>> toStart_;
};

} // namespace sonoloom
