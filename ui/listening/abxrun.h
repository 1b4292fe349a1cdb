// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/abx.h"

#include <functional>
#include <vector>

namespace sonoloom
{

/// A or B, drawn by the operating system.
AbxSide drawnByTheSystem();

/// The course of one blind test: X is drawn anew for each trial, and answers are taken until all are given.
class AbxRun
{
public:
    /// @param planned trials, 1 or more @param draw what X is
    explicit AbxRun(int planned, std::function<AbxSide()> draw = drawnByTheSystem);

    int planned() const { return planned_; }
    /// The number of the trial that waits for its answer, from 1 on.
    int trial() const { return static_cast<int>(trials_.size()) + 1; }
    bool ended() const { return static_cast<int>(trials_.size()) >= planned_; }

    /// Which sound to play as X. For playing only; never to be shown.
    AbxSide x() const { return x_; }
    /// @param seconds since the start
    void answer(AbxSide answer, double seconds);
    const std::vector<AbxTrial>& trials() const { return trials_; }

private:
    int planned_;
    std::function<AbxSide()> draw_;
    AbxSide x_;
    std::vector<AbxTrial> trials_;
};

} // namespace sonoloom
