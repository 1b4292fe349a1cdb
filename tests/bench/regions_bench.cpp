// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of regions: how long a stroke takes to be seen in the images, and to be heard.
#include "core/codec/riffusion.h"
#include "core/pipeline/livedecoding.h"
#include "core/pipeline/region/editedtiles.h"
#include "tests/bench/clips.h"

#include <benchmark/benchmark.h>

namespace
{

using namespace sonoloom;

std::shared_ptr<const RegionEdit> stroke(double from, double to)
{
    RegionEdit edit;
    edit.op = RegionOp::Erase;
    edit.shape = {RegionKind::Brush, {}};
    for (double seconds = from; seconds <= to; seconds += 0.02)
        edit.shape.points.push_back({seconds, 1000});
    return std::make_shared<const RegionEdit>(edit);
}

/// Four minutes as images of 512 bands.
const std::shared_ptr<const TilePreview>& song()
{
    static const std::shared_ptr<const TilePreview> tiles = [] {
        Audio sound{bench::rate, {bench::music(240 * bench::rate)}};
        for (float& sample : sound.channels[0])
            sample /= static_cast<float>(int16FullScale);
        PreviewStages stages(std::make_shared<const Audio>(std::move(sound)));
        JobMonitor monitor;
        return stages.update(*makeRiffusionCodec(), 0, [](const Preview&) {}, monitor)->tiles;
    }();
    return tiles;
}

/// The first edit of images that were never edited: all are looked at.
void regionsFirstStroke(benchmark::State& state)
{
    const auto codec = makeRiffusionCodec();
    JobMonitor monitor;
    song();
    for (auto _ : state) {
        EditedTiles tiles;
        benchmark::DoNotOptimize(tiles.update(song(), *codec, {}, {stroke(100, 100.6)}, monitor));
    }
}
BENCHMARK(regionsFirstStroke)->Name("regions/first_stroke_of_240s")->Unit(benchmark::kMillisecond);

/// One more.
void regionsStroke(benchmark::State& state)
{
    const auto codec = makeRiffusionCodec();
    JobMonitor monitor;
    EditedTiles tiles;
    RegionEdits edits{stroke(100, 100.6)};
    (void)tiles.update(song(), *codec, {}, edits, monitor);
    for (auto _ : state) {
        edits.push_back(stroke(101, 101 + 0.01 * static_cast<double>(state.range(0))));
        benchmark::DoNotOptimize(tiles.update(song(), *codec, {}, edits, monitor));
    }
}
BENCHMARK(regionsStroke)->Name("regions/stroke/columns")->Arg(60)->Arg(200)->Unit(benchmark::kMillisecond);

/// From the result of before to the first sound with a stroke, the images around it included.
void regionsHeard(benchmark::State& state)
{
    const auto codec = makeRiffusionCodec();
    JobMonitor monitor;
    EditedTiles tiles;
    const auto edited = tiles.update(song(), *codec, {}, {stroke(100, 100 + 0.01 * static_cast<double>(state.range(0)))}, monitor).value();
    LiveDecodingJob job;
    job.listener = [] { return 99.0; };
    job.knownSound = std::make_shared<const Audio>(Audio::silence(44100, 1, 240 * 44100));
    job.knownTiles = {song()->tiles, song()->starts};
    struct Stopped final : JobMonitor {
        bool cancelled() const override { return stop; }
        bool stop = false;
    };
    for (auto _ : state) {
        Stopped stopped;
        (void)decodeLivePieces([&] { return LiveTiles{edited->tiles, edited->starts}; }, *codec, job,
                               [&](const std::shared_ptr<const Audio>&, double) { stopped.stop = true; }, stopped);
    }
}
BENCHMARK(regionsHeard)->Name("regions/heard/columns")->Arg(25)->Arg(60)->Arg(200)->Unit(benchmark::kMillisecond);

} // namespace
