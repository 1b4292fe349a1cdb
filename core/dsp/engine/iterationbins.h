// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/engine/constraint.h"
#include "core/dsp/engine/iterationgrid.h"

namespace sonoloom
{

/// The constraint of linear magnitudes: each bin of a frame has its own target.
///
/// A source row holds the bins of a padded FFT; both the phase grid's and the iteration's bins are every n-th of them,
/// and exact, as zero padding only interpolates.
class IterationBins final : public Constraint
{
public:
    IterationBins(const LinearAnalysis& analysis, const IterationGrid& grid);

    std::size_t sourceLength() const override { return sourceBins_; }
    std::size_t targetLength() const override { return bins_; }
    std::size_t scratchLength() const override { return 0; }
    Grid<float> targets(Grid<float> source) const override;
    void startMagnitudes(std::span<const float> source, std::span<float> magnitudes) const override;
    float gains(const Frame& frame, bool measure) const override;

private:
    std::size_t sourceBins_;
    std::size_t bins_;
    std::size_t phaseBins_;
    std::size_t step_;      ///< source bins from one iteration bin to the next
    std::size_t phaseStep_; ///< source bins from one bin of the phase grid to the next
};

} // namespace sonoloom
