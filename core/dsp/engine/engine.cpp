// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/engine.h"

#include "core/dsp/engine/iterationbank.h"
#include "core/dsp/engine/iterationbins.h"

#include <algorithm>

namespace sonoloom
{

Engine::Engine(const StftParams& stft_, int rate, const IterationGrid& grid_, std::unique_ptr<const Constraint> constraint_)
    : stft(stft_), sampleRate(rate), grid(grid_), constraint(std::move(constraint_)), windows(grid_),
      iterationFft(grid_.fftSize), synthesisFft(std::max(1, grid_.synthesisSize))
{
}

Result<std::shared_ptr<const Engine>> Engine::forMel(const MelAnalysis& analysis)
{
    const auto grid = iterationGrid(analysis);
    if (!grid)
        return grid.error();
    auto bank = std::make_unique<IterationBank>(analysis, *grid);
    return std::shared_ptr<const Engine>(new Engine(analysis.stft, analysis.sampleRate, *grid, std::move(bank)));
}

Result<std::shared_ptr<const Engine>> Engine::forLinear(const LinearAnalysis& analysis)
{
    const auto grid = iterationGrid(analysis);
    if (!grid)
        return grid.error();
    auto bins = std::make_unique<IterationBins>(analysis, *grid);
    return std::shared_ptr<const Engine>(new Engine(analysis.stft, analysis.sampleRate, *grid, std::move(bins)));
}

std::size_t Engine::reach() const
{
    return static_cast<std::size_t>((stft.window + stft.hop - 1) / std::max(1, stft.hop));
}

} // namespace sonoloom
