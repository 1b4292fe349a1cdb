// SPDX-License-Identifier: GPL-3.0-or-later
// From sound to images and to the screen.
#include "core/codec/codecs.h"
#include "core/io/imagefile.h"
#include "core/pipeline/displayspectrogram.h"
#include "core/pipeline/figures.h"
#include "tests/bench/clips.h"
#include "ui/spectrogram/spectrogrampainter.h"

#include <benchmark/benchmark.h>

namespace sonoloom::bench
{

namespace
{

Audio stereo()
{
    Audio audio{rate, {music(), music()}};
    for (auto& channel : audio.channels)
        for (float& sample : channel)
            sample /= static_cast<float>(int16FullScale);
    return audio;
}

std::vector<Tile> encodedStereo()
{
    JobMonitor monitor;
    const auto source = memorySource(std::make_shared<Audio>(stereo()));
    std::vector<Tile> tiles;
    const auto keep = [&tiles](Tile tile) -> Result<void> {
        tiles.push_back(std::move(tile));
        return {};
    };
    const auto report = makeCodec("riffusion")->encode(*source, {}, keep, 0, monitor);
    return report ? tiles : std::vector<Tile>{};
}

void encodeOneStereoImage(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(encodedStereo());
}
BENCHMARK(encodeOneStereoImage)->Unit(benchmark::kMillisecond)->UseRealTime();

void writePng(benchmark::State& state)
{
    const Image image = encodedStereo().front().image;
    for (auto _ : state)
        benchmark::DoNotOptimize(encodePng(image));
}
BENCHMARK(writePng)->Unit(benchmark::kMillisecond);

void readPng(benchmark::State& state)
{
    const std::string bytes = encodePng(encodedStereo().front().image).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(decodePng(bytes, "image"));
}
BENCHMARK(readPng)->Unit(benchmark::kMillisecond);

void compareFiveSeconds(benchmark::State& state)
{
    const Audio audio = stereo();
    JobMonitor monitor;
    for (auto _ : state)
        benchmark::DoNotOptimize(compareSounds(audio, audio, 10'000, 0, monitor));
}
BENCHMARK(compareFiveSeconds)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A view of 2000 x 600 pixels over a minute; argument: the part of it that is shown, in percent.
void paintView(benchmark::State& state)
{
    JobMonitor monitor;
    const Audio audio{rate, {std::vector<float>(60 * rate, 0.1f)}};
    const auto spectrogram = displaySpectrogram(audio, analysis(), 0, monitor).value();
    const double seconds = 60.0 * static_cast<double>(state.range(0)) / 100;
    for (auto _ : state)
        benchmark::DoNotOptimize(paintSpectrogram(*spectrogram, {0, seconds}, {2000, 600}, {}));
}
BENCHMARK(paintView)->Arg(100)->Arg(20)->Arg(2)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace sonoloom::bench

BENCHMARK_MAIN();
