// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/dsp/engine/block.h"
#include "core/dsp/engine/engine.h"

#include <complex>
#include <functional>
#include <span>
#include <vector>

namespace sonoloom
{

/// The accelerated iteration on the signal of one block and one channel.
///
/// Each round takes every frame's spectrum, multiplies its bins so that the constraint's targets are met, and adds the
/// frames up again; the signal, not the spectrogram, is extrapolated (the transform is linear, so that is the same).
class BlockIteration
{
public:
    /// `engine` and `targets` [frames x targetLength] must outlive this. `threads` never changes a bit.
    BlockIteration(const Engine& engine, const Block& block, const Grid<float>& targets, int threads);

    const Block& block() const { return block_; }

    /// The first signal, from magnitudes and phases on the phase grid [frames x bins], phases in turns referred to
    /// frame centres.
    void start(const Grid<float>& magnitudes, const Grid<float>& phases);

    /// Writes the phase-grid frame `frame` as interleaved bins of the iteration, referred to the start of its table.
    using MakeSpectrum = std::function<void(std::size_t frame, std::span<std::complex<float>> spectrum)>;
    /// The first signal, from spectra.
    void start(const MakeSpectrum& makeSpectrum);

    /// One round towards the targets. @param measure: distances() are those of the signal before the round.
    void round(bool measure = false);

    /// levelDistance of each frame, as last measured.
    const std::vector<float>& distances() const { return distances_; }

    /// The signal of the last projection and where it begins, in samples of the iteration.
    const std::vector<float>& projected() const { return projected_; }
    std::int64_t origin() const { return origin_; }

    /// Scratch memory of one thread.
    struct Scratch {
        explicit Scratch(const Engine& engine);
        AlignedBuffer<float> frame;
        AlignedBuffer<std::complex<float>> spectrum;
        AlignedBuffer<float> inverse;
        AlignedBuffer<float> magnitudes;
        AlignedBuffer<float> gains;
        AlignedBuffer<float> sums;
    };

    /// scratch.spectrum = the spectrum of a frame of the present signal, brought to the frame's targets; its phase is
    /// referred to the start of the frame's table. @return the frame's levelDistance with `measure`
    float projectedSpectrum(std::size_t frame, Scratch& scratch, bool measure) const;

private:
    using FillScratch = std::function<void(std::size_t frame, Scratch& scratch)>;

    std::ptrdiff_t offsetOf(std::size_t frame) const;
    int fractionOf(std::size_t frame) const;
    void overlapAdd(const FillScratch& fill);
    void addGroup(std::size_t group, const FillScratch& fill, std::vector<float>& sum) const;
    void computeNormalisation();
    void reflectEnds(std::vector<float>& signal) const;

    const Engine& engine_;
    Block block_;
    const Grid<float>& targets_;
    int threads_;
    std::int64_t origin_ = 0; ///< iteration sample of the first value of the signals
    std::vector<float> floors_; ///< of each frame
    std::vector<float> distances_;
    std::vector<float> projected_;
    std::vector<float> current_;
    std::vector<float> previous_;
    std::vector<float> inverseNorm_;
    std::vector<std::vector<float>> groups_;
};

} // namespace sonoloom
