// SPDX-License-Identifier: GPL-3.0-or-later
// The stages of analysis and reconstruction, on one image's worth of sound.
#include "core/dsp/engine/blockiteration.h"
#include "core/dsp/engine/blocksynthesis.h"
#include "core/dsp/engine/phasegradient.h"
#include "core/dsp/fft.h"
#include "core/dsp/livesound.h"
#include "core/dsp/peerinversion.h"
#include "core/dsp/resample.h"
#include "tests/bench/clips.h"

#include <benchmark/benchmark.h>

namespace sonoloom::bench
{

namespace
{

void transform(benchmark::State& state)
{
    const Fft fft(static_cast<int>(state.range(0)));
    AlignedBuffer<float> in(static_cast<std::size_t>(fft.size()));
    AlignedBuffer<std::complex<float>> out(static_cast<std::size_t>(fft.bins()));
    for (auto _ : state)
        fft.forward(in, out);
}
BENCHMARK(transform)->Arg(4096)->Arg(4410)->Arg(17640)->Unit(benchmark::kMicrosecond);

void melForward(benchmark::State& state)
{
    const auto signal = music();
    const auto axes = analysis();
    for (auto _ : state)
        benchmark::DoNotOptimize(melSpectrogram(signal, axes.stft, axes.mel, rate, static_cast<int>(state.range(0))));
    state.counters["columns/s"] = benchmark::Counter(512.0 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(melForward)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

/// What the stages of the engine start from.
struct Stages {
    MelAnalysis axes = analysis();
    Grid<float> mel = melSpectrogram(music(), axes.stft, axes.mel, rate, 0);
    std::shared_ptr<const Engine> engine = Engine::forMel(axes).value();
    Block block{0, mel.rows(), static_cast<std::int64_t>(clipSamples) - 1};
    Grid<float> magnitudes{mel.rows(), static_cast<std::size_t>(engine->grid.bins())};
    Grid<float> phases{mel.rows(), static_cast<std::size_t>(engine->grid.bins())};

    Stages()
    {
        start();
        integratePhase(magnitudes, engine->grid, {}, 0, phases);
    }
    void start()
    {
        std::vector<float> row(static_cast<std::size_t>(engine->grid.bins() + kernelLanes));
        for (std::size_t f = 0; f < mel.rows(); ++f) {
            engine->constraint->startMagnitudes(mel.row(f), row);
            std::copy_n(row.begin(), magnitudes.columns(), magnitudes.row(f).begin());
        }
    }
};

void startMagnitudes(benchmark::State& state)
{
    Stages stages;
    for (auto _ : state)
        stages.start();
}
BENCHMARK(startMagnitudes)->Unit(benchmark::kMillisecond);

void startPhases(benchmark::State& state)
{
    Stages stages;
    for (auto _ : state)
        integratePhase(stages.magnitudes, stages.engine->grid, {}, 0, stages.phases);
}
BENCHMARK(startPhases)->Unit(benchmark::kMillisecond);

void oneRound(benchmark::State& state)
{
    const Stages stages;
    BlockIteration iteration(*stages.engine, stages.block, stages.mel, static_cast<int>(state.range(0)));
    iteration.start(stages.magnitudes, stages.phases);
    for (auto _ : state)
        iteration.round();
}
BENCHMARK(oneRound)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void lastSynthesis(benchmark::State& state)
{
    const Stages stages;
    BlockIteration iteration(*stages.engine, stages.block, stages.mel, 1);
    iteration.start(stages.magnitudes, stages.phases);
    for (auto _ : state)
        benchmark::DoNotOptimize(synthesise(*stages.engine, iteration, 1));
}
BENCHMARK(lastSynthesis)->Unit(benchmark::kMillisecond);

/// A whole reconstruction. Arguments: method, channels, threads.
void reconstruction(benchmark::State& state)
{
    const auto axes = analysis();
    const auto signal = music();
    const auto mel = melSpectrogram(signal, axes.stft, axes.mel, rate, 0);
    Columns source(std::vector(static_cast<std::size_t>(state.range(1)), mel));
    ReconstructParams params;
    params.method = static_cast<ReconstructMethod>(state.range(0));
    JobMonitor monitor;
    for (auto _ : state)
        benchmark::DoNotOptimize(reconstruct(source, axes, signal.size(), params, static_cast<int>(state.range(2)), monitor));
}
BENCHMARK(reconstruction)
    ->ArgNames({"method", "channels", "threads"})
    ->ArgsProduct({{0, 1, 2, 3, 4}, {1}, {1}})
    ->Args({2, 2, 1})
    ->Args({2, 2, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// A quarter of a second of sound where there was none. Argument: channels.
void firstSound(benchmark::State& state)
{
    const auto axes = analysis();
    const auto signal = music();
    const std::vector magnitudes(static_cast<std::size_t>(state.range(0)), melSpectrogram(signal, axes.stft, axes.mel, rate, 0));
    JobMonitor monitor;
    for (auto _ : state) {
        state.PauseTiming();
        auto sound = LiveSound::create(axes, magnitudes, signal.size());
        state.ResumeTiming();
        benchmark::DoNotOptimize(sound->advance(200, 1, monitor));
    }
}
BENCHMARK(firstSound)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

/// 60 columns changed, and changed back. Argument: channels.
void edit(benchmark::State& state)
{
    const auto axes = analysis();
    const auto signal = music();
    const auto channels = static_cast<std::size_t>(state.range(0));
    const auto mel = melSpectrogram(signal, axes.stft, axes.mel, rate, 0);
    auto sound = LiveSound::create(axes, std::vector(channels, mel), signal.size()).value();
    JobMonitor monitor;
    if (!sound.adopt({rate, std::vector(channels, signal)}))
        return state.SkipWithError("the sound does not fit");
    Grid<float> columns(60, mel.columns());
    std::copy_n(mel.row(200).begin(), columns.cells().size(), columns.cells().begin());
    Grid<float> quieter = columns;
    for (float& value : quieter.cells())
        value *= 0.5f;
    bool changed = false;
    for (auto _ : state)
        benchmark::DoNotOptimize(sound.edit(200, std::vector(channels, (changed = !changed) ? quieter : columns), 1, monitor));
}
BENCHMARK(edit)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

void leastSquares(benchmark::State& state)
{
    const auto axes = analysis();
    const MelFilterbank bank(axes.mel, axes.stft.bins(), rate);
    const LeastSquaresInverse inverse(bank);
    const std::vector<float> mel(512, 1.0f);
    std::vector<float> magnitudes(static_cast<std::size_t>(axes.stft.bins()));
    for (auto _ : state)
        inverse.apply(mel, magnitudes);
}
BENCHMARK(leastSquares)->Unit(benchmark::kMicrosecond);

void resampling(benchmark::State& state)
{
    const Audio audio{rate, {music()}};
    for (auto _ : state)
        benchmark::DoNotOptimize(resample(audio, 48000));
}
BENCHMARK(resampling)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace sonoloom::bench
