// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/soundspectra.h"

#include "core/base/parallel.h"
#include "core/dsp/engine/block.h"
#include "core/dsp/window.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sonoloom
{

namespace
{

/// The transform whose bins lie where the phase grid's do, at the file's rate.
int fftSizeFor(const IterationGrid& grid)
{
    return (grid.synthesisSize > 0 ? 2 * grid.synthesisSize : grid.fftSize) * grid.phaseFactor;
}

} // namespace

SoundSpectra::SoundSpectra(const Engine& engine)
    : engine_(engine), fft_(fftSizeFor(engine.grid)),
      window_(hannWindowAt(engine.stft.window, engine.stft.window / 2, engine.stft.window)),
      scale_(static_cast<float>(1.0 / engine.grid.scale))
{
    for (int fraction = 0; fraction < static_cast<int>(engine.grid.hopDenominator); ++fraction) {
        std::vector<Spectrum> turns;
        for (int k = 0; k < engine.grid.bins(); ++k) {
            const double angle = 2 * std::numbers::pi * engine.windows.toStart(fraction)[k];
            turns.emplace_back(static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle)));
        }
        turns_.push_back(std::move(turns));
    }
}

Grid<SoundSpectra::Spectrum> SoundSpectra::analyse(std::span<const float> sound, std::size_t first, std::size_t count,
                                                   int threads) const
{
    const auto bins = static_cast<std::size_t>(engine_.grid.phaseGrid().bins());
    const ReflectedSignal signal(sound);
    const std::size_t half = window_.size() / 2;
    Grid<Spectrum> spectra(count, bins);
    parallelFor((count + framesInGroup - 1) / framesInGroup, threads, [&](std::size_t group) {
        AlignedBuffer<float> frame(static_cast<std::size_t>(fft_.size()));
        AlignedBuffer<Spectrum> spectrum(static_cast<std::size_t>(fft_.bins()));
        std::vector<float> windowed(window_.size());
        for (std::size_t f = group * framesInGroup; f < std::min(count, (group + 1) * framesInGroup); ++f) {
            const auto centre = static_cast<std::ptrdiff_t>((first + f) * static_cast<std::size_t>(engine_.stft.hop));
            signal.copy(centre - static_cast<std::ptrdiff_t>(half), windowed);
            kernels().multiply(windowed.data(), window_.data(), static_cast<int>(window_.size()));
            // The frame's centre becomes the transform's first sample; what lies before it comes at the end.
            std::copy(windowed.begin() + static_cast<std::ptrdiff_t>(half), windowed.end(), frame.data());
            std::copy_n(windowed.begin(), half, frame.data() + frame.size() - half);
            fft_.forward(frame, spectrum);
            std::transform(spectrum.data(), spectrum.data() + bins, spectra.row(f).begin(),
                           [this](Spectrum x) { return x * scale_; });
        }
    });
    return spectra;
}

void SoundSpectra::toIteration(std::span<const Spectrum> row, std::int64_t frame, std::span<Spectrum> spectrum) const
{
    const auto& turns = turns_[static_cast<std::size_t>(engine_.grid.fraction(frame))];
    kernels().turn(reinterpret_cast<const float*>(row.data()), engine_.grid.phaseFactor,
                   reinterpret_cast<const float*>(turns.data()), reinterpret_cast<float*>(spectrum.data()),
                   static_cast<int>(spectrum.size()));
}

} // namespace sonoloom
