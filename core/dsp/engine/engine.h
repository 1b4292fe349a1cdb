// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/engine/constraint.h"
#include "core/dsp/engine/iterationgrid.h"
#include "core/dsp/engine/windowtables.h"

#include <memory>

namespace sonoloom
{

/// What every block of one reconstruction shares; read-only once made.
struct Engine {
    StftParams stft;
    int sampleRate;
    IterationGrid grid;
    std::unique_ptr<const Constraint> constraint;
    WindowTables windows;
    Fft iterationFft;
    Fft synthesisFft; ///< of one point where the rates are the same

    /// Errors: those of iterationGrid().
    static Result<std::shared_ptr<const Engine>> forMel(const MelAnalysis& analysis);
    static Result<std::shared_ptr<const Engine>> forLinear(const LinearAnalysis& analysis);

    /// Columns that a window spans beyond its own, on either side: how far a change of one column is heard.
    std::size_t reach() const;

private:
    Engine(const StftParams& stft_, int rate, const IterationGrid& grid_, std::unique_ptr<const Constraint> constraint_);
};

} // namespace sonoloom
