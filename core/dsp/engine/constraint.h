// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"

#include <cstddef>
#include <span>

namespace sonoloom
{

/// What is known about each frame of the sound that is looked for: its target row. A constraint says how far magnitudes
/// are from a target, and by which gains their bins come nearer.
///
/// Buffers of bins reach kernelLanes values beyond the last bin.
class Constraint
{
public:
    virtual ~Constraint() = default;

    /// Values in a row of the source, and in a row of targets made from it.
    virtual std::size_t sourceLength() const = 0;
    virtual std::size_t targetLength() const = 0;
    /// Length of the scratch row that gains() wants.
    virtual std::size_t scratchLength() const = 0;

    /// Target rows from source rows, [frames x targetLength()].
    virtual Grid<float> targets(Grid<float> source) const = 0;

    /// First magnitudes on the phase grid from a source row, as near to it as can be had without a signal.
    virtual void startMagnitudes(std::span<const float> source, std::span<float> magnitudes) const = 0;

    /// One frame on its way.
    struct Frame {
        std::span<const float> target;
        float floor = 0;               ///< sums below it count as it
        const float* magnitudes = nullptr;
        float* scratch = nullptr;
        float* gains = nullptr;        ///< written: factors for the bins
    };
    /// Writes the gains. @return with `measure` the levelDistance of kernels.h between the magnitudes and the target
    virtual float gains(const Frame& frame, bool measure) const = 0;

    /// Below this a sum counts as nothing, for a target row whose largest value is `peak`.
    static float floorFor(float peak) { return peak * 1e-7f + 1e-30f; }
};

} // namespace sonoloom
