// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/figures.h"

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

constexpr double boundDb = 160;
constexpr double floorUnderMaximum = 1e-4; // 80 dB
constexpr std::size_t framesAtOnce = 256;

/// 10 log10(power / reference), bounded; 0 where both are silent.
double boundedDb(double power, double reference)
{
    if (reference <= 0)
        return power > 0 ? boundDb : 0;
    return std::max(-boundDb, std::min(boundDb, decibelsFromPower(power / reference)));
}

/// Sums over frames of both sounds, channel by channel.
class Comparison
{
public:
    Comparison(const Audio& original, const Audio& result, double topHz, int threads)
        : original_(original), result_(result), stft_(stftFromMilliseconds(400, 100, 10, original.sampleRate)),
          samples_(std::min(original.sampleCount(), result.sampleCount())), threads_(threads)
    {
        const double binHz = static_cast<double>(original.sampleRate) / stft_.fftSize;
        bins_ = std::min<std::size_t>(static_cast<std::size_t>(stft_.bins()), static_cast<std::size_t>(topHz / binHz) + 1);
    }

    Result<Figures> run(JobMonitor& monitor)
    {
        PartMonitor loudest(monitor, 0, 0.33);
        auto done = eachBlock(false, loudest, [this](const auto& a, const auto&) { findMaximum(a); });
        if (!done)
            return done.error();
        PartMonitor comparing(monitor, 0.33, 1);
        done = eachBlock(true, comparing, [this](const auto& a, const auto& b) { add(a, b); });
        if (!done)
            return done.error();
        Figures figures;
        figures.spectralConvergenceDb = original2_ > 0 || difference2_ > 0 ? convergence() : -boundDb;
        figures.logSpectralDistanceDb = cells_ > 0 ? std::sqrt(logDistance2_ / static_cast<double>(cells_)) : 0;
        figures.levelDifferenceDb = boundedDb(result2_, original2_);
        figures.seconds = static_cast<double>(samples_) / original_.sampleRate;
        return figures;
    }

private:
    using Frames = Grid<std::complex<float>>;

    double convergence() const { return difference2_ > 0 ? boundedDb(difference2_, original2_) : -boundDb; }

    template <class Work>
    Result<void> eachBlock(bool both, JobMonitor& monitor, Work&& work)
    {
        const std::size_t frames = centredFrameCount(samples_, stft_.hop);
        const std::size_t total = frames * original_.channelCount();
        for (std::size_t c = 0; c < original_.channelCount(); ++c) {
            const auto a = std::span(original_.channels[c]).first(samples_);
            const auto b = std::span(result_.channels[c]).first(samples_);
            for (std::size_t first = 0; first < frames; first += framesAtOnce) {
                const std::size_t count = std::min(framesAtOnce, frames - first);
                const auto x = stftFrames(a, stft_, first, count, threads_, monitor);
                if (!x)
                    return x.error();
                const auto y = both ? stftFrames(b, stft_, first, count, threads_, monitor) : Result<Frames>(Frames{});
                if (!y)
                    return y.error();
                work(x.value(), y.value());
                monitor.progress(static_cast<double>(c * frames + first) / static_cast<double>(total), "Comparing");
            }
        }
        return {};
    }

    void findMaximum(const Frames& a)
    {
        for (std::size_t f = 0; f < a.rows(); ++f)
            for (std::size_t k = 0; k < bins_; ++k)
                maximum_ = std::max(maximum_, static_cast<double>(std::abs(a(f, k))));
    }

    void add(const Frames& a, const Frames& b)
    {
        const double least = std::max(maximum_ * floorUnderMaximum, 1e-30);
        for (std::size_t f = 0; f < a.rows(); ++f)
            for (std::size_t k = 0; k < bins_; ++k) {
                const double x = std::abs(a(f, k));
                const double y = std::abs(b(f, k));
                difference2_ += (x - y) * (x - y);
                original2_ += x * x;
                result2_ += y * y;
                const double distance = decibelsFromAmplitude(std::max(least, x) / std::max(least, y));
                logDistance2_ += distance * distance;
            }
        cells_ += a.rows() * bins_;
    }

    const Audio& original_;
    const Audio& result_;
    StftParams stft_;
    std::size_t samples_;
    int threads_;
    std::size_t bins_ = 0;
    double maximum_ = 0;
    double difference2_ = 0;
    double original2_ = 0;
    double result2_ = 0;
    double logDistance2_ = 0;
    std::size_t cells_ = 0;
};

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
    if (original.sampleRate != result.sampleRate || original.channelCount() != result.channelCount())
        return Error{ErrorCode::InvalidArgument,
                     "The sounds to compare have different sample rates or numbers of channels; bring them to the same."};
    return Comparison(original, result, topHz, threads).run(monitor);
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
