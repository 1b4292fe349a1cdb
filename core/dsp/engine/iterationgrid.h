// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dsp/reconstruct.h"

#include <cstdint>

namespace sonoloom
{

/// The band-limited domain in which phase is iterated.
///
/// A mel image holds nothing above its top frequency, and zero padding beyond twice the window adds no information. So
/// the iteration runs at the rate `rate` (just above twice the top frequency) with an FFT whose bins lie half a
/// window's resolution apart; its every second bin is a bin of `synthesisSize` points at the file's own rate.
/// Linear magnitudes reach half the sample rate: there the iteration runs at the file's rate, without zero padding
/// where their FFT allows it, and its signal is the result.
struct IterationGrid {
    int synthesisSize = 0; ///< M: FFT of the final synthesis at the file's rate, >= the window; 0: the rates are the same
    int fftSize = 0;       ///< N: FFT of the iteration
    int phaseFactor = 1;   ///< the start's phases are integrated on bins so many times as close
    double rate = 0;       ///< Hz, N * sampleRate / (2 M)
    double window = 0;     ///< window length in iteration samples
    std::int64_t hopNumerator = 0; ///< hop in iteration samples, an exact fraction
    std::int64_t hopDenominator = 1;
    double scale = 1;      ///< magnitude at the file's rate / magnitude in the iteration: 2 M / N, or 1
    int half = 0;          ///< whole samples between the start of a frame's window table and its integer position
    int span = 0;          ///< length of a window table and of what a frame touches, at most fftSize

    int bins() const { return fftSize / 2 + 1; }
    /// The same frames with the bins on which phases are integrated.
    IterationGrid phaseGrid() const
    {
        IterationGrid finer = *this;
        finer.fftSize *= phaseFactor;
        finer.phaseFactor = 1;
        return finer;
    }
    double hop() const { return static_cast<double>(hopNumerator) / static_cast<double>(hopDenominator); }

    /// Frame centre, split into an integer position and hopDenominator-ths of a sample beyond it.
    std::int64_t position(std::int64_t frame) const { return frame * hopNumerator / hopDenominator; }
    int fraction(std::int64_t frame) const { return static_cast<int>(frame * hopNumerator % hopDenominator); }
};

/// Errors: InvalidArgument for an analysis that cannot be, whatever is made of it: rate, frames, bands, edges of the bands.
Result<void> checkAnalysis(const MelAnalysis& analysis);
Result<void> checkAnalysis(const LinearAnalysis& analysis);

/// Errors: InvalidArgument for an analysis that cannot be: bands, rate, top frequency or frame lengths out of range.
Result<IterationGrid> iterationGrid(const MelAnalysis& analysis);
Result<IterationGrid> iterationGrid(const LinearAnalysis& analysis);

} // namespace sonoloom
