// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/iterationbins.h"

#include "core/dsp/kernels.h"

namespace sonoloom
{

IterationBins::IterationBins(const LinearAnalysis& analysis, const IterationGrid& grid)
    : sourceBins_(static_cast<std::size_t>(analysis.stft.bins())), bins_(static_cast<std::size_t>(grid.bins())),
      phaseBins_(static_cast<std::size_t>(grid.phaseGrid().bins())),
      step_(static_cast<std::size_t>(analysis.stft.fftSize / grid.fftSize)),
      phaseStep_(static_cast<std::size_t>(analysis.stft.fftSize / grid.phaseGrid().fftSize))
{
}

Grid<float> IterationBins::targets(Grid<float> source) const
{
    if (step_ == 1)
        return source;
    Grid<float> targets(source.rows(), bins_);
    for (std::size_t f = 0; f < source.rows(); ++f)
        for (std::size_t k = 0; k < bins_; ++k)
            targets(f, k) = source(f, k * step_);
    return targets;
}

void IterationBins::startMagnitudes(std::span<const float> source, std::span<float> magnitudes) const
{
    for (std::size_t k = 0; k < phaseBins_; ++k)
        magnitudes[k] = source[k * phaseStep_];
}

float IterationBins::gains(const Frame& frame, bool measure) const
{
    const Kernels& k = kernels();
    const auto bins = static_cast<int>(bins_);
    k.ratios(frame.target.data(), frame.magnitudes, frame.floor, frame.gains, bins);
    return measure ? k.levelDistance(frame.target.data(), frame.magnitudes, bins) : 0.0f;
}

} // namespace sonoloom
