// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/figures.h"

#include "core/analysis/soundmeasures.h"
#include "core/base/units.h"
#include "core/codec/riffusionmix.h"
#include "core/dsp/resample.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::size_t framesAtOnce = 256;

double loudestOf(const std::vector<Grid<float>>& mel)
{
    float loudest = 0;
    for (const auto& channel : mel)
        for (const float cell : channel.cells())
            loudest = std::max(loudest, cell);
    return loudest;
}

/// One channel's result, analysed again as its columns are asked for.
class Reanalysis
{
public:
    Reanalysis(std::span<const float> samples, const MelAnalysis& analysis, std::size_t columns, int threads)
        : samples_(samples), analyser_(analysis.stft, analysis.mel, analysis.sampleRate, threads), columns_(columns),
          step_(static_cast<std::size_t>(analysis.stft.hop) * framesAtOnce)
    {
    }

    /// Magnitudes that follow the last ones given out; none after the last column.
    Grid<float> next()
    {
        while (fed_ < samples_.size()) {
            std::vector<float> scaled(samples_.begin() + static_cast<std::ptrdiff_t>(fed_),
                                      samples_.begin() + static_cast<std::ptrdiff_t>(std::min(samples_.size(), fed_ + step_)));
            for (float& sample : scaled)
                sample *= static_cast<float>(int16FullScale);
            fed_ += scaled.size();
            if (auto mel = analyser_.feed(scaled); !mel.empty())
                return mel;
        }
        return analyser_.finish(columns_);
    }

private:
    std::span<const float> samples_;
    MelAnalyser analyser_;
    std::size_t columns_;
    std::size_t step_;
    std::size_t fed_ = 0;
};

/// Sum of level differences over one channel. @param scale levels a unit of mel^(1/4)
Result<double> levelDifferences(Reanalysis& again, MagnitudeSource& mel, std::size_t channel, double scale, JobMonitor& monitor)
{
    const auto levelOf = [scale](float m) { return std::min(255.0, scale * std::sqrt(std::sqrt(static_cast<double>(m)))); };
    double sum = 0;
    for (std::size_t first = 0; first < mel.columns();) {
        const Grid<float> result = again.next();
        const std::size_t count = std::min(result.rows(), mel.columns() - first);
        if (count == 0)
            break;
        const auto wanted = mel.read(first, count);
        if (!wanted)
            return wanted.error();
        if (monitor.cancelled())
            return cancelledError();
        const auto a = wanted.value()[channel].cells();
        for (std::size_t i = 0; i < a.size(); ++i)
            sum += std::abs(levelOf(a[i]) - levelOf(result.cells()[i]));
        first += count;
        monitor.progress(static_cast<double>(first) / static_cast<double>(mel.columns()), "Comparing");
    }
    return sum;
}

} // namespace

Result<Audio> matchedTo(Audio original, const Audio& result)
{
    if (original.channelCount() != result.channelCount())
        original = mixedTo(std::move(original), static_cast<int>(result.channelCount()));
    return resample(original, result.sampleRate);
}

Result<Figures> compareSounds(const Audio& original, const Audio& result, double topHz, int threads, JobMonitor& monitor)
{
    const auto measures = spectralMeasures(original, result, topHz, threads, monitor);
    if (!measures)
        return measures.error();
    Figures figures;
    figures.spectralConvergenceDb = measures->spectralConvergenceDb;
    figures.logSpectralDistanceDb = measures->logSpectralDistanceDb;
    figures.levelDifferenceDb = measures->levelDifferenceDb;
    figures.seconds = static_cast<double>(std::min(original.sampleCount(), result.sampleCount())) / original.sampleRate;
    return figures;
}

Result<double> imageErrorOf(const Audio& result, MagnitudeSource& mel, const MelAnalysis& analysis, int threads,
                            JobMonitor& monitor)
{
    double loudest = 0;
    for (std::size_t first = 0; first < mel.columns(); first += framesAtOnce) {
        const auto block = mel.read(first, std::min(framesAtOnce, mel.columns() - first));
        if (!block)
            return block.error();
        loudest = std::max(loudest, loudestOf(block.value()));
    }
    if (loudest <= 0)
        return 0.0;
    const double scale = 255.0 / std::sqrt(std::sqrt(loudest));
    const std::size_t channels = result.channelCount();
    double sum = 0;
    for (std::size_t c = 0; c < channels; ++c) {
        Reanalysis again(result.channels[c], analysis, mel.columns(), threads);
        PartMonitor part(monitor, static_cast<double>(c) / static_cast<double>(channels),
                         static_cast<double>(c + 1) / static_cast<double>(channels));
        const auto differences = levelDifferences(again, mel, c, scale, part);
        if (!differences)
            return differences.error();
        sum += differences.value();
    }
    return sum / static_cast<double>(mel.columns() * channels * static_cast<std::size_t>(analysis.mel.bands));
}

std::string figuresToJson(const Figures& figures)
{
    const nlohmann::ordered_json json{{"img", figures.imageError},
                                      {"spectral_convergence_db", figures.spectralConvergenceDb},
                                      {"log_spectral_distance_db", figures.logSpectralDistanceDb},
                                      {"level_difference_db", figures.levelDifferenceDb},
                                      {"seconds", figures.seconds},
                                      {"rounds", figures.rounds}};
    return json.dump(2) + "\n";
}

} // namespace sonoloom
