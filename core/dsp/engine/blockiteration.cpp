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
      gains(static_cast<std::size_t>(engine.grid.bins() + kernelLanes)), sums(engine.constraint->scratchLength())
{
}

BlockIteration::BlockIteration(const Engine& engine, const Block& block, const Grid<float>& targets, int threads)
    : engine_(engine), block_(block), targets_(targets), threads_(threads),
      origin_(engine.grid.position(block.firstFrame) - engine.grid.half), distances_(block.frames)
{
    for (std::size_t f = 0; f < block.frames; ++f)
        floors_.push_back(Constraint::floorFor(*std::ranges::max_element(targets.row(f))));
    const auto size = static_cast<std::size_t>(offsetOf(block.frames - 1) + engine.grid.span);
    projected_.resize(size);
    inverseNorm_.resize(size);
    groups_.resize((block.frames + framesInGroup - 1) / framesInGroup);
    computeNormalisation();
}

int BlockIteration::fractionOf(std::size_t frame) const
{
    return engine_.grid.fraction(block_.firstFrame + static_cast<std::int64_t>(frame));
}

std::ptrdiff_t BlockIteration::offsetOf(std::size_t frame) const
{
    const std::int64_t number = block_.firstFrame + static_cast<std::int64_t>(frame);
    return static_cast<std::ptrdiff_t>(engine_.grid.position(number) - engine_.grid.half - origin_);
}

void BlockIteration::computeNormalisation()
{
    const int span = engine_.windows.span();
    for (std::size_t f = 0; f < block_.frames; ++f) {
        const float* window = engine_.windows.analysis(fractionOf(f));
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

void BlockIteration::addGroup(std::size_t group, const FillScratch& fill, std::vector<float>& sum) const
{
    const std::size_t from = group * framesInGroup;
    const std::size_t to = std::min(block_.frames, from + framesInGroup);
    const int span = engine_.windows.span();
    sum.assign(static_cast<std::size_t>(offsetOf(to - 1) - offsetOf(from) + span), 0.0f);
    Scratch scratch(engine_);
    for (std::size_t f = from; f < to; ++f) {
        fill(f, scratch);
        engine_.iterationFft.inverse(scratch.spectrum, scratch.inverse);
        const float* window = engine_.windows.synthesis(fractionOf(f));
        kernels().addProduct(scratch.inverse.data(), window, sum.data() + (offsetOf(f) - offsetOf(from)), span);
    }
}

void BlockIteration::overlapAdd(const FillScratch& fill)
{
    parallelFor(groups_.size(), threads_, [&](std::size_t g) { addGroup(g, fill, groups_[g]); });
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
    const auto bins = static_cast<std::size_t>(engine_.grid.bins());
    const auto step = static_cast<std::size_t>(engine_.grid.phaseFactor);
    overlapAdd([&](std::size_t f, Scratch& scratch) {
        const float* magnitude = magnitudes.row(f).data();
        const float* phase = phases.row(f).data();
        if (step > 1) {
            for (std::size_t k = 0; k < bins; ++k) {
                scratch.magnitudes[k] = magnitude[k * step];
                scratch.gains[k] = phase[k * step];
            }
            magnitude = scratch.magnitudes.data();
            phase = scratch.gains.data();
        }
        kernels().polar(magnitude, phase, engine_.windows.toStart(fractionOf(f)),
                        reinterpret_cast<float*>(scratch.spectrum.data()), static_cast<int>(bins));
    });
    current_ = projected_;
    previous_ = projected_;
}

void BlockIteration::start(const MakeSpectrum& makeSpectrum)
{
    overlapAdd([&](std::size_t f, Scratch& scratch) { makeSpectrum(f, scratch.spectrum.span()); });
    current_ = projected_;
    previous_ = projected_;
}

float BlockIteration::projectedSpectrum(std::size_t frame, Scratch& scratch, bool measure) const
{
    const Kernels& k = kernels();
    const int bins = engine_.grid.bins();
    k.product(current_.data() + offsetOf(frame), engine_.windows.analysis(fractionOf(frame)), scratch.frame.data(),
              engine_.windows.span());
    engine_.iterationFft.forward(scratch.frame, scratch.spectrum);
    auto* spectrum = reinterpret_cast<float*>(scratch.spectrum.data());
    k.magnitudes(spectrum, scratch.magnitudes.data(), bins);
    const float distance =
        engine_.constraint->gains({targets_.row(frame), floors_[frame], scratch.magnitudes.data(), scratch.sums.data(),
                                   scratch.gains.data()}, measure);
    k.applyGains(spectrum, scratch.gains.data(), bins);
    return distance;
}

void BlockIteration::round(bool measure)
{
    overlapAdd([&](std::size_t f, Scratch& scratch) {
        const float distance = projectedSpectrum(f, scratch, measure);
        if (measure)
            distances_[f] = distance;
    });
    kernels().accelerate(projected_.data(), current_.data(), previous_.data(), static_cast<int>(projected_.size()));
}

} // namespace sonoloom
