// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>

namespace sonoloom
{

/// What an offset was found by.
enum class AlignedBy {
    Nothing,   ///< the sounds have nothing in common that could be found
    Waveform,  ///< to the sample: the same waves, with noise, another level or polarity
    Envelopes, ///< to some milliseconds: the same course of levels in bands, as after phases were found anew
};

/// How two sounds lie to each other in time.
struct Alignment {
    AlignedBy by = AlignedBy::Nothing;
    std::ptrdiff_t offset = 0; ///< sample i of the first is sample i + offset of the second
    double fraction = 0;       ///< of a sample beyond `offset`, -0.5 to 0.5; 0 where it cannot be measured
    bool inverted = false;     ///< the second has the opposite polarity
    double peakRatio = 0;      ///< the best agreement against the best one elsewhere; 1 is a guess, 2 is sure
    /// 0 to 1: how far the best agreement stands above the best one elsewhere, 1 - 1 / peakRatio.
    double confidence() const { return peakRatio > 1 ? 1 - 1 / peakRatio : 0; }
};

/// Finds the offset of `second` against `first`, sounds of one sample rate, by cross-correlation of whitened spectra at a
/// low rate, refined at the full one; where the waves do not agree, by that of their bands' envelopes. Every offset at
/// which they overlap is tried. Envelopes tell offsets of more than 5 ms; less is taken as none.
/// @param threads 0: all; never changes a bit
/// Errors: InvalidArgument (different rates), Cancelled.
/// Source: Knapp, Carter, "The generalized correlation method for estimation of time delay", IEEE TASSP 24(4), 1976 (PHAT).
Result<Alignment> findAlignment(const Audio& first, const Audio& second, int threads, JobMonitor& monitor);

} // namespace sonoloom
