// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/dsp/engine/block.h"

#include <complex>
#include <functional>
#include <vector>

namespace sonoloom
{

/// The accelerated iteration on the signal of one block and one channel.
///
/// Each round takes every frame's spectrum, multiplies its bins so that the mel bands meet their targets, and adds the
/// frames up again; the signal, not the spectrogram, is extrapolated (the transform is linear, so that is the same).
class BlockIteration
{
public:
    /// `engine` must outlive this. `threads` never changes a bit.
    BlockIteration(const Engine& engine, const Block& block, int threads);

    /// The first signal, from magnitudes and phases [frames x bins], phases in turns referred to frame centres.
    void start(const Grid<float>& magnitudes, const Grid<float>& phases);

    /// One round towards the mel magnitudes [frames x bands].
    void round(const Grid<float>& mel);

    /// Scratch memory of one thread.
    struct Scratch {
        explicit Scratch(const Engine& engine);
        AlignedBuffer<float> frame;
        AlignedBuffer<std::complex<float>> spectrum;
        AlignedBuffer<float> inverse;
        AlignedBuffer<float> magnitudes;
        AlignedBuffer<float> gains;
        std::vector<float> bands;
    };

    /// scratch.spectrum = the spectrum of a frame of the present signal, its bands brought to `mel`; the phase is
    /// referred to half() samples before the frame's integer position.
    void projectedSpectrum(std::size_t frame, std::span<const float> mel, Scratch& scratch) const;

private:
    /// Fills scratch.spectrum for one frame.
    using MakeSpectrum = std::function<void(std::size_t frame, Scratch& scratch)>;

    std::ptrdiff_t offsetOf(std::size_t frame) const;
    void overlapAdd(const MakeSpectrum& makeSpectrum);
    void addGroup(std::size_t group, const MakeSpectrum& makeSpectrum, std::vector<float>& sum) const;
    void computeNormalisation();
    void reflectEnds(std::vector<float>& signal) const;

    const Engine& engine_;
    Block block_;
    int threads_;
    std::int64_t origin_ = 0; ///< iteration sample of the first value of the signals
    std::vector<float> projected_;
    std::vector<float> current_;
    std::vector<float> previous_;
    std::vector<float> inverseNorm_;
    std::vector<std::vector<float>> groups_;
};

} // namespace sonoloom
