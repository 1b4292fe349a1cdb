// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/dsp/engine/blockiteration.h"
#include "core/dsp/engine/magnitudes.h"
#include "core/dsp/engine/soundspectra.h"

#include <functional>

namespace sonoloom
{

/// A stretch of a timeline to be made anew from its magnitudes while the sound around it stays.
struct LocalWork {
    std::size_t first = 0; ///< columns first .. end - 1 have new magnitudes, or no sound yet
    std::size_t end = 0;
    int rounds = 4;
    bool warm = false;     ///< try going on from the sound that is there
    bool cold = true;      ///< try phases found anew
    /// True for columns whose frame hears only sound that stays.
    std::function<bool(std::size_t column)> isKept;
};

/// Makes stretches anew. Each stretch is solved with a halo of columns around it; where both starts are tried, the one
/// with the lower error within the stretch wins.
class LocalSynthesis
{
public:
    /// `engine` must outlive this.
    explicit LocalSynthesis(const Engine& engine) : engine_(engine), spectra_(engine) {}

    /// How many columns around a stretch are solved with it.
    std::size_t halo() const { return engine_.reach() + engine_.reach() / 2; }

    /// Sound of the stretch and most of its halo, one a channel. `magnitudes` are those of the whole timeline (source
    /// rows), `sound` what is there of it. Errors: Cancelled.
    Result<std::vector<BlockSound>> run(const LocalWork& work, const Magnitudes& magnitudes, const Audio& sound,
                                        int threads, JobMonitor& monitor) const;

private:
    class Attempt;
    const Engine& engine_;
    SoundSpectra spectra_;
};

} // namespace sonoloom
