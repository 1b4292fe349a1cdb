// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/engine/engine.h"

#include <complex>
#include <span>
#include <vector>

namespace sonoloom
{

/// Frames of a sound at the file's rate as spectra of the iteration: how a sound that is already there is taken up again.
class SoundSpectra
{
public:
    /// `engine` must outlive this.
    explicit SoundSpectra(const Engine& engine);

    using Spectrum = std::complex<float>;

    /// Spectra of frames first .. first + count - 1 on the phase grid [count x bins], phases referred to the frames'
    /// centres, magnitudes on the scale of the iteration. The sound is reflected at its ends. `threads` never changes a bit.
    Grid<Spectrum> analyse(std::span<const float> sound, std::size_t first, std::size_t count, int threads) const;

    /// Every phaseFactor-th bin of a phase-grid row, referred to the start of the table of frame number `frame`.
    void toIteration(std::span<const Spectrum> row, std::int64_t frame, std::span<Spectrum> spectrum) const;

private:
    const Engine& engine_;
    Fft fft_;
    std::vector<float> window_; ///< at the file's rate, centred on window_.size() / 2
    float scale_;
    std::vector<std::vector<Spectrum>> turns_; ///< by fraction
};

} // namespace sonoloom
