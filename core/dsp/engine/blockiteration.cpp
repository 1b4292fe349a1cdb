// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/blockiteration.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sonoloom
{

namespace
{

/// Where fewer windows overlap than this share of the most, the sum is not blown up to full level.
constexpr float leastCoverage = 0.05f;

/// Index within 0..last by reflection at both ends without repeating them.
std::int64_t reflected(std::int64_t index, std::int64_t last)
{
    if (last <= 0)
        return 0;
    const std::int64_t period = 2 * last;
    index = ((index % period) + period) % period;
    return index <= last ? index : period - index;
}

} // namespace

BlockIteration::Scratch::Scratch(const Engine& engine)
    : frame(static_cast<std::size_t>(engine.grid.fftSize)), spectrum(static_cast<std::size_t>(engine.grid.bins())),
      inverse(static_cast<std::size_t>(engine.grid.fftSize)),
      magnitudes(static_cast<std::size_t>(engine.grid.bins() + kernelLanes)),
      gains(static_cast<std::size_t>(engine.grid.bins() + kernelLanes)),
      bands(static_cast<std::size_t>(engine.bank.bands()))
{
}

BlockIteration::BlockIteration(const Engine& engine, const Block& block, int threads)
    : engine_(engine), block_(block), threads_(threads), origin_(engine.grid.position(block.firstFrame) - engine.grid.half())
{
    const auto size = static_cast<std::size_t>(offsetOf(block.frames - 1) + engine.grid.span());
    projected_.resize(size);
    inverseNorm_.resize(size);
    groups_.resize((block.frames + framesInGroup - 1) / framesInGroup);
    computeNormalisation();
}

std::ptrdiff_t BlockIteration::offsetOf(std::size_t frame) const
{
    const std::int64_t number = block_.firstFrame + static_cast<std::int64_t>(frame);
    return static_cast<std::ptrdiff_t>(engine_.grid.position(number) - engine_.grid.half() - origin_);
}

void BlockIteration::computeNormalisation()
{
    const int span = engine_.windows.span();
    for (std::size_t f = 0; f < block_.frames; ++f) {
        const float* window =
            engine_.windows.analysis(engine_.grid.fraction(block_.firstFrame + static_cast<std::int64_t>(f)));
        kernels().addProduct(window, window, inverseNorm_.data() + offsetOf(f), span);
    }
    const float most = *std::max_element(inverseNorm_.begin(), inverseNorm_.end());
    for (float& value : inverseNorm_)
        value = most > 0.0f ? 1.0f / std::max(value, leastCoverage * most) : 0.0f;
}

void BlockIteration::reflectEnds(std::vector<float>& signal) const
{
    const double lastPosition = static_cast<double>(block_.lastSample) / engine_.grid.scale;
    const std::int64_t last = std::llround(lastPosition);
    const auto size = static_cast<std::int64_t>(signal.size());
    for (std::int64_t i = 0; i < size && origin_ + i < 0; ++i) {
        const std::int64_t source = reflected(origin_ + i, last) - origin_;
        signal[static_cast<std::size_t>(i)] = source < size ? signal[static_cast<std::size_t>(source)] : 0.0f;
    }
    for (std::int64_t i = size - 1; i >= 0 && origin_ + i > last; --i) {
        const std::int64_t source = reflected(origin_ + i, last) - origin_;
        signal[static_cast<std::size_t>(i)] = source >= 0 ? signal[static_cast<std::size_t>(source)] : 0.0f;
    }
}

void BlockIteration::addGroup(std::size_t group, const MakeSpectrum& makeSpectrum, std::vector<float>& sum) const
{
    const std::size_t from = group * framesInGroup;
    const std::size_t to = std::min(block_.frames, from + framesInGroup);
    const int span = engine_.windows.span();
    sum.assign(static_cast<std::size_t>(offsetOf(to - 1) - offsetOf(from) + span), 0.0f);
    Scratch scratch(engine_);
    for (std::size_t f = from; f < to; ++f) {
        makeSpectrum(f, scratch);
        engine_.iterationFft.inverse(scratch.spectrum, scratch.inverse);
        const float* window =
            engine_.windows.synthesis(engine_.grid.fraction(block_.firstFrame + static_cast<std::int64_t>(f)));
        kernels().addProduct(scratch.inverse.data(), window, sum.data() + (offsetOf(f) - offsetOf(from)), span);
    }
}

void BlockIteration::overlapAdd(const MakeSpectrum& makeSpectrum)
{
    parallelFor(groups_.size(), threads_, [&](std::size_t g) { addGroup(g, makeSpectrum, groups_[g]); });
    std::fill(projected_.begin(), projected_.end(), 0.0f);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const auto offset = static_cast<std::size_t>(offsetOf(g * framesInGroup));
        for (std::size_t i = 0; i < groups_[g].size(); ++i)
            projected_[offset + i] += groups_[g][i];
    }
    kernels().multiply(projected_.data(), inverseNorm_.data(), static_cast<int>(projected_.size()));
    reflectEnds(projected_);
}

void BlockIteration::start(const Grid<float>& magnitudes, const Grid<float>& phases)
{
    const IterationGrid& grid = engine_.grid;
    overlapAdd([&](std::size_t f, Scratch& scratch) {
        const int fraction = grid.fraction(block_.firstFrame + static_cast<std::int64_t>(f));
        const double shift = (grid.half() + static_cast<double>(fraction) / static_cast<double>(grid.hopDenominator)) /
                             grid.fftSize;
        const auto magnitude = magnitudes.row(f);
        const auto phase = phases.row(f);
        for (std::size_t k = 0; k < magnitude.size(); ++k) {
            const double turns = phase[k] - shift * static_cast<double>(k);
            const auto angle = static_cast<float>(2.0 * std::numbers::pi * (turns - std::nearbyint(turns)));
            scratch.spectrum[k] = {magnitude[k] * std::cos(angle), magnitude[k] * std::sin(angle)};
        }
    });
    current_ = projected_;
    previous_ = projected_;
}

void BlockIteration::projectedSpectrum(std::size_t frame, std::span<const float> mel, Scratch& scratch) const
{
    const Kernels& k = kernels();
    const IterationBank& bank = engine_.bank;
    const float* window =
        engine_.windows.analysis(engine_.grid.fraction(block_.firstFrame + static_cast<std::int64_t>(frame)));
    const int bins = engine_.grid.bins();

    k.product(current_.data() + offsetOf(frame), window, scratch.frame.data(), engine_.windows.span());
    engine_.iterationFft.forward(scratch.frame, scratch.spectrum);
    auto* spectrum = reinterpret_cast<float*>(scratch.spectrum.data());
    k.magnitudes(spectrum, scratch.magnitudes.data(), bins);
    k.sumRows(bank.rows(), scratch.magnitudes.data(), scratch.bands.data());
    const float floor = IterationBank::floorFor(*std::max_element(mel.begin(), mel.end()));
    k.ratios(mel.data(), scratch.bands.data(), floor, scratch.bands.data(), bank.bands());
    k.spreadRows(bank.rows(), scratch.bands.data(), scratch.gains.data(), bins);
    k.multiply(scratch.gains.data(), bank.inverseCoverage().data(), bins);
    k.applyGains(spectrum, scratch.gains.data(), bins);
}

void BlockIteration::round(const Grid<float>& mel)
{
    overlapAdd([&](std::size_t f, Scratch& scratch) { projectedSpectrum(f, mel.row(f), scratch); });
    kernels().accelerate(projected_.data(), current_.data(), previous_.data(), static_cast<int>(projected_.size()));
}

} // namespace sonoloom
