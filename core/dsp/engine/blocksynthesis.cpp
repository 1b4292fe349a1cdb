// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/blocksynthesis.h"

#include "core/base/parallel.h"
#include "core/dsp/window.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sonoloom
{

namespace
{

constexpr float leastCoverage = 0.05f;

/// One block's frames at the file's rate.
class Synthesis
{
public:
    Synthesis(const Engine& engine, const Block& block)
        : engine_(engine), block_(block), size_(engine.grid.synthesisSize), hop_(engine.stft.hop)
    {
        const double centre = size_ / 2;
        window_ = hannWindowAt(engine.stft.window, centre, size_);
        fillRotations();
    }

    /// Sum of the frames of a group, from the start of its first frame on.
    void addGroup(std::size_t group, const BlockIteration& iteration, std::vector<float>& sum,
                  std::vector<float>& distances) const
    {
        const std::size_t from = group * framesInGroup;
        const std::size_t to = std::min(block_.frames, from + framesInGroup);
        sum.assign((to - from - 1) * static_cast<std::size_t>(hop_) + static_cast<std::size_t>(size_), 0.0f);
        BlockIteration::Scratch scratch(engine_);
        AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(size_ / 2 + 1));
        AlignedBuffer<float> frame(static_cast<std::size_t>(size_));
        for (std::size_t f = from; f < to; ++f) {
            distances[f] = iteration.projectedSpectrum(f, scratch, true);
            layOut(f, scratch, spectrum);
            engine_.synthesisFft.inverse(spectrum, frame);
            kernels().addProduct(frame.data(), window_.data(), sum.data() + (f - from) * static_cast<std::size_t>(hop_),
                                 size_);
        }
    }

    BlockSound collect(const std::vector<std::vector<float>>& groups) const
    {
        BlockSound sound;
        sound.first = block_.firstFrame * hop_ - size_ / 2;
        sound.samples.assign((block_.frames - 1) * static_cast<std::size_t>(hop_) + static_cast<std::size_t>(size_), 0.0f);
        std::vector<float> norm(sound.samples.size(), 0.0f);
        for (std::size_t f = 0; f < block_.frames; ++f)
            kernels().addProduct(window_.data(), window_.data(), norm.data() + f * static_cast<std::size_t>(hop_), size_);
        for (std::size_t g = 0; g < groups.size(); ++g)
            for (std::size_t i = 0; i < groups[g].size(); ++i)
                sound.samples[g * framesInGroup * static_cast<std::size_t>(hop_) + i] += groups[g][i];
        const float least = std::max(leastCoverage * *std::max_element(norm.begin(), norm.end()), 1e-30f);
        for (std::size_t i = 0; i < norm.size(); ++i)
            sound.samples[i] /= std::max(norm[i], least) * static_cast<float>(size_);
        return sound;
    }

private:
    /// Turns that bring a bin's phase from the iteration's reference to the middle of the synthesis frame.
    void fillRotations()
    {
        const IterationGrid& grid = engine_.grid;
        bins_ = std::min(size_ / 2 + 1, (grid.bins() + 1) / 2);
        rotations_.resize(static_cast<std::size_t>(grid.hopDenominator));
        for (std::size_t fraction = 0; fraction < rotations_.size(); ++fraction) {
            const double shift = grid.half + static_cast<double>(fraction) / static_cast<double>(grid.hopDenominator);
            for (int j = 0; j < bins_; ++j) {
                const double turns = 2.0 * j * shift / grid.fftSize - static_cast<double>(j) * (size_ / 2) / size_;
                const double angle = 2.0 * std::numbers::pi * (turns - std::nearbyint(turns));
                rotations_[fraction].push_back(
                    {static_cast<float>(grid.scale * std::cos(angle)), static_cast<float>(grid.scale * std::sin(angle))});
            }
        }
    }

    void layOut(std::size_t frame, const BlockIteration::Scratch& scratch,
                AlignedBuffer<std::complex<float>>& spectrum) const
    {
        const auto number = block_.firstFrame + static_cast<std::int64_t>(frame);
        const auto& rotation = rotations_[static_cast<std::size_t>(engine_.grid.fraction(number))];
        auto* bins = reinterpret_cast<float*>(spectrum.data());
        kernels().turn(reinterpret_cast<const float*>(scratch.spectrum.data()), 2, reinterpret_cast<const float*>(rotation.data()),
                       bins, bins_);
        std::fill(bins + 2 * bins_, bins + 2 * spectrum.size(), 0.0f);
    }

    const Engine& engine_;
    Block block_;
    int size_;
    int hop_;
    int bins_ = 0;
    std::vector<float> window_;
    std::vector<std::vector<std::complex<float>>> rotations_; ///< by fraction, with the change of scale
};

} // namespace

BlockSound synthesise(const Engine& engine, BlockIteration& iteration, int threads)
{
    if (engine.grid.synthesisSize == 0) {
        iteration.round(true);
        return {iteration.origin(), iteration.projected(), iteration.distances()};
    }
    const Block& block = iteration.block();
    const Synthesis synthesis(engine, block);
    std::vector<std::vector<float>> groups((block.frames + framesInGroup - 1) / framesInGroup);
    std::vector<float> distances(block.frames);
    parallelFor(groups.size(), threads,
                [&](std::size_t g) { synthesis.addGroup(g, iteration, groups[g], distances); });
    BlockSound sound = synthesis.collect(groups);
    sound.distances = std::move(distances);
    return sound;
}

} // namespace sonoloom
