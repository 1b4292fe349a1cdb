// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/enginejobs.h"

#include "core/dsp/livesound.h"
#include "core/dsp/mel.h"
#include "core/dsp/reconstruct.h"
#include "tests/bench/clips.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>

namespace sonoloom::bench
{

namespace
{

Error invalid(const std::string& sentence)
{
    return {ErrorCode::InvalidArgument, sentence};
}

/// What all modes share.
struct Shape {
    std::size_t channels;
    std::size_t columns;
    MelAnalysis analysis;
    std::size_t samples;
    int threads;

    explicit Shape(const Options& options)
        : channels(static_cast<std::size_t>(options.number("channels", 1))),
          columns(static_cast<std::size_t>(options.number("columns", 512))),
          threads(options.number("threads", 1))
    {
        analysis.stft = {options.number("fft", 17640), options.number("window", 4410), options.number("hop", 441)};
        analysis.mel = {options.number("bands", 512), options.real("f-min", 0), options.real("f-max", 10'000)};
        analysis.sampleRate = options.number("rate", 44100);
        const int all = static_cast<int>(columns) * analysis.stft.hop;
        samples = static_cast<std::size_t>(options.number("samples", all));
    }
};

/// Grids `[channels][rows x columns]` of little-endian float32, one after the other.
Result<std::vector<Grid<float>>> readGrids(const std::string& path, std::size_t channels, std::size_t rows, std::size_t columns)
{
    std::error_code failure;
    const auto bytes = std::filesystem::file_size(path, failure);
    if (failure)
        return Error{ErrorCode::NotFound, path + ": " + failure.message()};
    if (bytes != channels * rows * columns * sizeof(float))
        return invalid(path + " holds " + std::to_string(bytes / sizeof(float)) + " numbers, not " + std::to_string(channels) +
                       " x " + std::to_string(rows) + " x " + std::to_string(columns) + ".");
    std::ifstream file(path, std::ios::binary);
    std::vector<Grid<float>> grids;
    for (std::size_t c = 0; c < channels; ++c) {
        auto& cells = grids.emplace_back(rows, columns);
        file.read(reinterpret_cast<char*>(cells.cells().data()), static_cast<std::streamsize>(cells.cells().size_bytes()));
    }
    return grids;
}

/// One channel after the other; a single one is not copied.
std::vector<float> joined(std::vector<std::vector<float>> channels)
{
    std::vector<float> all = std::move(channels.front());
    for (const auto& channel : std::span(channels).subspan(1))
        all.insert(all.end(), channel.begin(), channel.end());
    return all;
}

Result<ReconstructParams> methodOf(const Options& options)
{
    static const std::map<std::string, ReconstructMethod> methods{{"draft", ReconstructMethod::Draft},
                                                                  {"preview", ReconstructMethod::Preview},
                                                                  {"balanced", ReconstructMethod::Balanced},
                                                                  {"best", ReconstructMethod::Best},
                                                                  {"peer", ReconstructMethod::Peer}};
    const auto method = methods.find(options.text("method", "balanced"));
    if (method == methods.end())
        return invalid("--method is draft, preview, balanced, best or peer.");
    ReconstructParams params;
    params.method = method->second;
    params.iterations = options.number("iterations", 0);
    params.seed = options.number("seed", 0);
    return params;
}

/// A reconstruction from magnitudes of one analysis; `width` is what a column of it holds.
template <class Analysis>
Result<EngineCall> reconstructCall(const Options& options, const Shape& shape, const Analysis& analysis, int width)
{
    const auto params = methodOf(options);
    if (!params)
        return params.error();
    auto grids = readGrids(options.text("in"), shape.channels, shape.columns, static_cast<std::size_t>(width));
    if (!grids)
        return grids.error();
    auto source = std::make_shared<Columns>(std::move(grids).value());
    return EngineCall([=, params = params.value()]() -> Result<std::vector<float>> {
        JobMonitor monitor;
        auto found = reconstruct(*source, analysis, shape.samples, params, shape.threads, monitor);
        if (!found)
            return found.error();
        return joined(std::move(found).value().audio.channels);
    });
}

Result<EngineCall> melCall(const Options& options)
{
    const Shape shape(options);
    return reconstructCall(options, shape, shape.analysis, shape.analysis.mel.bands);
}

Result<EngineCall> linearCall(const Options& options)
{
    const Shape shape(options);
    const LinearAnalysis analysis{shape.analysis.stft, shape.analysis.sampleRate};
    return reconstructCall(options, shape, analysis, analysis.stft.bins());
}

Result<EngineCall> forwardCall(const Options& options)
{
    const Shape shape(options);
    auto samples = readGrids(options.text("in"), shape.channels, 1, shape.samples);
    if (!samples)
        return samples.error();
    auto channels = std::make_shared<std::vector<Grid<float>>>(std::move(samples).value());
    return EngineCall([=]() -> Result<std::vector<float>> {
        std::vector<std::vector<float>> mel;
        for (const auto& channel : *channels) {
            const auto grid = melSpectrogram(channel.row(0), shape.analysis.stft, shape.analysis.mel, shape.analysis.sampleRate,
                                             shape.threads);
            mel.emplace_back(grid.cells().begin(), grid.cells().end());
        }
        return joined(std::move(mel));
    });
}

Result<std::vector<Grid<float>>> readMel(const Options& options, const Shape& shape)
{
    return readGrids(options.text("in"), shape.channels, shape.columns, static_cast<std::size_t>(shape.analysis.mel.bands));
}

/// What somebody waits for who changed a parameter while listening at --at: the sound's beginning, with all that is set up.
Result<EngineCall> firstSoundCall(const Options& options)
{
    const Shape shape(options);
    auto mel = readMel(options, shape);
    if (!mel)
        return mel.error();
    const auto at = static_cast<std::size_t>(options.number("at", 0));
    return EngineCall([=, mel = std::move(mel).value()]() -> Result<std::vector<float>> {
        JobMonitor monitor;
        auto live = LiveSound::create(shape.analysis, mel, shape.samples);
        if (!live)
            return live.error();
        if (const auto changed = live.value().advance(at, shape.threads, monitor); !changed)
            return changed.error();
        return joined(live.value().audio().channels);
    });
}

/// --count columns from --from on are drawn over those at --at, in a sound that is finished.
Result<EngineCall> editCall(const Options& options)
{
    const Shape shape(options);
    auto mel = readMel(options, shape);
    const auto params = methodOf(options);
    if (!mel || !params)
        return mel ? params.error() : mel.error();
    Columns source(mel.value());
    const auto brush = source.read(static_cast<std::size_t>(options.number("from", 0)), static_cast<std::size_t>(options.number("count", 60)));
    JobMonitor monitor;
    auto sound = reconstruct(source, shape.analysis, shape.samples, params.value(), shape.threads, monitor);
    auto live = LiveSound::create(shape.analysis, std::move(mel).value(), shape.samples);
    if (!sound || !live)
        return sound ? live.error() : sound.error();
    auto edited = std::make_shared<LiveSound>(std::move(live).value());
    if (const auto adopted = edited->adopt(std::move(sound).value().audio); !adopted)
        return adopted.error();
    const auto at = static_cast<std::size_t>(options.number("at", 0));
    return EngineCall([=, brush = brush.value()]() -> Result<std::vector<float>> {
        JobMonitor quiet;
        if (const auto changed = edited->edit(at, brush, shape.threads, quiet); !changed)
            return changed.error();
        return joined(edited->audio().channels);
    });
}

/// A new measurement is one more row.
const std::map<std::string, Result<EngineCall> (*)(const Options&)>& modes()
{
    static const std::map<std::string, Result<EngineCall> (*)(const Options&)> all{
        {"edit", editCall}, {"first-sound", firstSoundCall}, {"forward", forwardCall}, {"linear", linearCall}, {"mel", melCall}};
    return all;
}

} // namespace

Result<Options> Options::parse(const std::vector<std::string>& words)
{
    Options options;
    for (std::size_t i = 0; i < words.size(); i += 2) {
        if (!words[i].starts_with("--") || i + 1 == words.size())
            return invalid("'" + words[i] + "' is not a pair of --name and value.");
        options.values_[words[i].substr(2)] = words[i + 1];
    }
    return options;
}

std::string Options::text(const std::string& name, const std::string& otherwise) const
{
    const auto value = values_.find(name);
    return value == values_.end() ? otherwise : value->second;
}

int Options::number(const std::string& name, int otherwise) const
{
    return static_cast<int>(real(name, otherwise));
}

double Options::real(const std::string& name, double otherwise) const
{
    const std::string value = text(name);
    double number = otherwise;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

Result<EngineCall> prepareCall(const std::string& mode, const Options& options)
{
    const auto prepare = modes().find(mode);
    if (prepare == modes().end())
        return invalid("'" + mode + "' is not one of " + modeNames() + ".");
    return prepare->second(options);
}

std::string modeNames()
{
    std::string names;
    for (const auto& [name, prepare] : modes())
        names += (names.empty() ? "" : "|") + name;
    return names;
}

} // namespace sonoloom::bench
