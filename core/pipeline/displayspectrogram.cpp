// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/displayspectrogram.h"

#include "core/base/parallel.h"
#include "core/base/units.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace sonoloom
{

namespace
{

constexpr std::size_t blockSamples = 65536; // a cancel is heard within some 10 ms of computing
constexpr std::size_t blockColumns = 512;
constexpr std::size_t fewestColumns = 256; // no coarser copy below this

double melStep(const MelParams& mel)
{
    return (melFromHertz(mel.topHz) - melFromHertz(mel.minHz)) / (mel.bands + 1);
}

/// |transform| of a periodic Hann window of `length` samples, at `cycles` cycles a window beside the centre.
/// Source: Harris, "On the use of windows", 1978.
double hannResponse(double length, double cycles)
{
    const double x = std::abs(cycles);
    if (x < 1e-9)
        return length / 2;
    if (std::abs(x - 1) < 1e-9)
        return length / 4;
    return std::abs(length / 2 * std::sin(std::numbers::pi * x) / (std::numbers::pi * x * (1 - x * x)));
}

/// The magnitude of each band for a full-scale sine at its centre, int16 scale.
std::vector<double> sineMagnitudes(const MelAnalysis& analysis)
{
    const StftParams& stft = analysis.stft;
    const MelFilterbank bank(analysis.mel, stft.bins(), analysis.sampleRate);
    const double binHertz = analysis.sampleRate / 2.0 / std::max(1, stft.bins() - 1);
    const double bottom = melFromHertz(analysis.mel.minHz);
    std::vector<double> magnitudes(static_cast<std::size_t>(bank.bands()));
    for (int b = 0; b < bank.bands(); ++b) {
        const double centre = hertzFromMel(bottom + (b + 1) * melStep(analysis.mel));
        const auto& band = bank.band(b);
        double sum = 0;
        for (std::size_t k = 0; k < band.weights.size(); ++k) {
            const double beside = (band.first + static_cast<double>(k)) * binHertz - centre;
            sum += band.weights[k] * hannResponse(stft.window, beside * stft.window / analysis.sampleRate);
        }
        magnitudes[static_cast<std::size_t>(b)] = sum * int16FullScale / 2;
    }
    return magnitudes;
}

/// Maximum over pairs of columns.
Grid<std::int16_t> halved(const Grid<std::int16_t>& fine, int threads)
{
    Grid<std::int16_t> coarse((fine.rows() + 1) / 2, fine.columns());
    parallelFor(coarse.rows(), threads, [&](std::size_t r) {
        const auto first = fine.row(2 * r);
        const auto second = fine.row(std::min(2 * r + 1, fine.rows() - 1));
        std::ranges::transform(first, second, coarse.row(r).begin(),
                               [](std::int16_t a, std::int16_t b) { return std::max(a, b); });
    });
    return coarse;
}

void addCoarser(DisplaySpectrogram& display, int threads)
{
    while (display.levels.back().rows() > fewestColumns)
        display.levels.push_back(halved(display.levels.back(), threads));
}

std::int16_t centibels(float magnitude, float offset)
{
    constexpr auto floor = static_cast<float>(DisplaySpectrogram::floorDb * 100);
    if (!(magnitude > 0.0f))
        return static_cast<std::int16_t>(floor);
    const float level = 2000.0f * std::log10(magnitude) + offset;
    return static_cast<std::int16_t>(std::lround(std::clamp(level, floor, 32000.0f)));
}

} // namespace

double DisplaySpectrogram::bandHertz(double band) const
{
    return hertzFromMel(melFromHertz(analysis.mel.minHz) + (band + 1) * melStep(analysis.mel));
}

double DisplaySpectrogram::bandOf(double hertz) const
{
    return (melFromHertz(hertz) - melFromHertz(analysis.mel.minHz)) / melStep(analysis.mel) - 1;
}

StftParams stftAtRate(const StftParams& stft, int fromRate, int toRate)
{
    const auto scaled = [&](int samples) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(samples) * toRate / fromRate)));
    };
    return {scaled(stft.fftSize), scaled(stft.window), scaled(stft.hop)};
}

DisplayBuilder::DisplayBuilder(const MelAnalysis& analysis, std::size_t columns, double seconds, int threads)
    : display_(std::make_shared<DisplaySpectrogram>()), threads_(threads)
{
    display_->analysis = analysis;
    display_->columnSeconds = static_cast<double>(analysis.stft.hop) / analysis.sampleRate;
    display_->seconds = seconds;
    display_->levels.emplace_back(columns, static_cast<std::size_t>(analysis.mel.bands),
                                  static_cast<std::int16_t>(DisplaySpectrogram::floorDb * 100));
    for (double magnitude : sineMagnitudes(analysis))
        offsets_.push_back(static_cast<float>(magnitude > 0 ? -100 * decibelsFromAmplitude(magnitude) : 0.0));
}

void DisplayBuilder::add(std::size_t first, std::span<const Grid<float>> mel)
{
    auto& cells = display_->levels.front();
    const std::size_t rows = first < cells.rows() ? std::min(mel.front().rows(), cells.rows() - first) : 0;
    parallelFor(rows, threads_, [&](std::size_t r) {
        const auto out = cells.row(first + r);
        for (std::size_t b = 0; b < out.size(); ++b) {
            float loudest = 0.0f;
            for (const auto& channel : mel)
                loudest = std::max(loudest, channel(r, b));
            out[b] = centibels(loudest, offsets_[b]);
        }
    });
}

std::shared_ptr<const DisplaySpectrogram> DisplayBuilder::finish() &&
{
    addCoarser(*display_, threads_);
    return std::move(display_);
}

Result<std::shared_ptr<const DisplaySpectrogram>> displaySpectrogram(const Audio& sound, const MelAnalysis& analysis,
                                                                     int threads, JobMonitor& monitor)
{
    MelAnalysis own = analysis;
    own.stft = stftAtRate(analysis.stft, analysis.sampleRate, sound.sampleRate);
    own.sampleRate = sound.sampleRate;
    const std::size_t columns = centredFrameCount(sound.sampleCount(), own.stft.hop);
    DisplayBuilder builder(own, columns, sound.seconds(), threads);
    std::vector<MelAnalyser> analysers;
    for (std::size_t c = 0; c < sound.channelCount(); ++c)
        analysers.emplace_back(own.stft, own.mel, own.sampleRate, threads);
    std::vector<Grid<float>> mel(analysers.size());
    std::size_t next = 0;
    const auto add = [&] {
        builder.add(next, mel);
        next += mel.front().rows();
    };
    for (std::size_t at = 0; at < sound.sampleCount(); at += blockSamples) {
        if (monitor.cancelled())
            return cancelledError();
        for (std::size_t c = 0; c < analysers.size(); ++c) {
            std::vector<float> block(sound.channels[c].begin() + static_cast<std::ptrdiff_t>(at),
                                     sound.channels[c].begin() +
                                         static_cast<std::ptrdiff_t>(std::min(at + blockSamples, sound.sampleCount())));
            for (float& sample : block)
                sample *= static_cast<float>(int16FullScale);
            mel[c] = analysers[c].feed(block);
        }
        add();
        monitor.progress(static_cast<double>(at) / static_cast<double>(sound.sampleCount()), "Analysing the sound");
    }
    for (std::size_t c = 0; c < analysers.size(); ++c)
        mel[c] = analysers[c].finish(columns);
    if (!mel.empty())
        add();
    return std::move(builder).finish();
}

Result<std::shared_ptr<const DisplaySpectrogram>> displaySpectrogram(MagnitudeSource& mel, const MelAnalysis& analysis,
                                                                     int threads, JobMonitor& monitor)
{
    const double seconds = static_cast<double>(mel.columns()) * analysis.stft.hop / analysis.sampleRate;
    DisplayBuilder builder(analysis, mel.columns(), seconds, threads);
    for (std::size_t first = 0; first < mel.columns(); first += blockColumns) {
        if (monitor.cancelled())
            return cancelledError();
        auto block = mel.read(first, std::min(blockColumns, mel.columns() - first));
        if (!block)
            return block.error();
        builder.add(first, *block);
        monitor.progress(static_cast<double>(first) / static_cast<double>(mel.columns()), "Reading the images");
    }
    return std::move(builder).finish();
}

std::shared_ptr<const DisplaySpectrogram> joinedSpectrograms(std::span<const DisplayPart> parts, int threads)
{
    const DisplaySpectrogram& like = parts.front().of;
    auto joined = std::make_shared<DisplaySpectrogram>();
    joined->analysis = like.analysis;
    joined->columnSeconds = like.columnSeconds;
    std::size_t columns = 0;
    for (const DisplayPart& part : parts)
        columns += part.columns;
    joined->seconds = static_cast<double>(columns) * like.columnSeconds;
    Grid<std::int16_t> cells(columns, static_cast<std::size_t>(like.bands()));
    auto to = cells.cells().begin();
    for (const DisplayPart& part : parts) {
        assert(part.of.analysis == like.analysis);
        const auto from = part.of.levels.front().cells().subspan(part.first * cells.columns(), part.columns * cells.columns());
        to = std::ranges::copy(from, to).out;
    }
    joined->levels.push_back(std::move(cells));
    addCoarser(*joined, threads);
    return joined;
}

std::shared_ptr<const DisplaySpectrogram> levelsApart(const DisplaySpectrogram& a, const DisplaySpectrogram& b,
                                                      double rangeDb)
{
    assert(a.bands() == b.bands() && a.columnSeconds == b.columnSeconds);
    auto apart = std::make_shared<DisplaySpectrogram>(a);
    apart->levels.clear();
    const std::size_t columns = std::min(a.columns(), b.columns());
    Grid<std::int16_t> cells(columns, static_cast<std::size_t>(a.bands()));
    if (columns > 0) {
        const auto coarsest = a.levels.back().cells();
        const int floor = *std::ranges::max_element(coarsest) - static_cast<int>(std::lround(rangeDb * 100));
        for (std::size_t c = 0; c < columns; ++c)
            std::ranges::transform(a.levels.front().row(c), b.levels.front().row(c), cells.row(c).begin(),
                                   [floor](int x, int y) {
                                       return static_cast<std::int16_t>(std::abs(std::max(x, floor) - std::max(y, floor)));
                                   });
    }
    apart->levels.push_back(std::move(cells));
    addCoarser(*apart, 1);
    return apart;
}

} // namespace sonoloom
