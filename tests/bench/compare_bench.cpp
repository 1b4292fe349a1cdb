// SPDX-License-Identifier: GPL-3.0-or-later
// Two sounds, and two images, beside each other.
#include "core/analysis/imagemeasures.h"
#include "core/analysis/soundmeasures.h"
#include "core/pipeline/compare/comparesounds.h"
#include "tests/bench/clips.h"

#include <benchmark/benchmark.h>

#include <sys/resource.h>

#include <algorithm>

namespace sonoloom::bench
{

namespace
{

/// Stereo whose right side is a little later; every second sounds different.
Audio stereo(double seconds)
{
    const auto samples = static_cast<std::size_t>(seconds * rate);
    auto left = music(samples);
    for (float& sample : left)
        sample /= static_cast<float>(int16FullScale);
    auto right = left;
    std::rotate(right.begin(), right.begin() + 400, right.end());
    return {rate, {std::move(left), std::move(right)}};
}

/// The same with 100 ms before it, quieter.
Audio late(const Audio& sound)
{
    Audio other = Audio::silence(rate, 2, sound.sampleCount());
    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t i = 4410; i < sound.sampleCount(); ++i)
            other.channels[c][i] = 0.5f * sound.channels[c][i - 4410];
    return other;
}

double megabytesInUse()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Argument: seconds. The counter is the peak of the whole program, both sounds included.
void compareStereo(benchmark::State& state)
{
    const Audio a = stereo(static_cast<double>(state.range(0)));
    const Audio b = late(a);
    JobMonitor monitor;
    for (auto _ : state)
        benchmark::DoNotOptimize(compareTwoSounds(a, b, {}, 0, monitor));
    state.counters["peak_MB"] = megabytesInUse();
}
BENCHMARK(compareStereo)->Arg(5)->Arg(60)->Arg(600)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void alignStereo(benchmark::State& state)
{
    const Audio a = stereo(static_cast<double>(state.range(0)));
    const Audio b = late(a);
    JobMonitor monitor;
    for (auto _ : state)
        benchmark::DoNotOptimize(findAlignment(a, b, 0, monitor));
}
BENCHMARK(alignStereo)->Arg(5)->Arg(600)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void loudnessOfStereo(benchmark::State& state)
{
    const Audio a = stereo(60);
    JobMonitor monitor;
    for (auto _ : state)
        benchmark::DoNotOptimize(loudnessOf(a, {}, 0, monitor));
}
BENCHMARK(loudnessOfStereo)->Unit(benchmark::kMillisecond)->UseRealTime();

/// PSNR and SSIM of two images of 1024 x 1024 RGB pixels of 16 bits.
void compareImages(benchmark::State& state)
{
    Image a(1024, 1024, 3, 16);
    Image b = a;
    Random random(2);
    for (std::size_t i = 0; i < a.samples.size(); ++i) {
        a.samples[i] = static_cast<std::uint16_t>(random.uniform(0, 65000));
        b.samples[i] = static_cast<std::uint16_t>(a.samples[i] + random.uniform(0, 500));
    }
    JobMonitor monitor;
    for (auto _ : state) {
        benchmark::DoNotOptimize(imagePsnrDb(a, b, 0));
        benchmark::DoNotOptimize(imageSimilarity(a, b, 0, monitor));
    }
}
BENCHMARK(compareImages)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

} // namespace sonoloom::bench
