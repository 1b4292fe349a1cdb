// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/windowtables.h"

#include "core/dsp/window.h"

#include <cmath>

namespace sonoloom
{

WindowTables::WindowTables(const IterationGrid& grid)
    : span_(grid.span), analysis_(static_cast<std::size_t>(grid.hopDenominator * grid.span)),
      synthesis_(analysis_.size())
{
    for (int f = 0; f < static_cast<int>(grid.hopDenominator); ++f) {
        const double centre = grid.half + static_cast<double>(f) / static_cast<double>(grid.hopDenominator);
        const auto window = hannWindowAt(grid.window, centre, span_);
        for (int i = 0; i < span_; ++i) {
            analysis_[offset(f) + static_cast<std::size_t>(i)] = window[static_cast<std::size_t>(i)];
            synthesis_[offset(f) + static_cast<std::size_t>(i)] =
                window[static_cast<std::size_t>(i)] / static_cast<float>(grid.fftSize);
        }
        std::vector<float> turns;
        for (int k = 0; k < grid.bins(); ++k)
            turns.push_back(static_cast<float>(std::remainder(-centre / grid.fftSize * k, 1.0)));
        toStart_.push_back(std::move(turns));
    }
}

} // namespace sonoloom
