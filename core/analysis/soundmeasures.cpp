// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/soundmeasures.h"

#include "core/base/parallel.h"
#include "core/base/units.h"
#include "core/dsp/kernels.h"
#include "core/dsp/stft.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr float floorUnderMaximum = 1e-4f; // 80 dB
constexpr double decibelsOfNaturalLog = 20 / std::numbers::ln10;
constexpr std::size_t framesAtOnce = 256;
constexpr StftParams gainFrames{2048, 2048, 1024};
constexpr std::size_t samplesAtOnce = 1u << 20;

/// 10 log10(power / reference), bounded; 0 where both are silent.
double boundedDb(double power, double reference)
{
    if (reference <= 0)
        return power > 0 ? boundDb : 0;
    return std::max(-boundDb, std::min(boundDb, decibelsFromPower(power / reference)));
}

Result<void> checkAlike(const Audio& original, const Audio& result)
{
    if (original.sampleRate == result.sampleRate && original.channelCount() == result.channelCount())
        return {};
    return Error{ErrorCode::InvalidArgument,
                 "The sounds to compare have different sample rates or numbers of channels; bring them to the same."};
}

/// Calls `work` with the samples of both at each place of their common length.
template <class Work>
Result<void> eachSample(const Audio& original, const Audio& result, JobMonitor& monitor, Work&& work)
{
    if (auto alike = checkAlike(original, result); !alike)
        return alike;
    const std::size_t samples = std::min(original.sampleCount(), result.sampleCount());
    for (std::size_t c = 0; c < original.channelCount(); ++c)
        for (std::size_t i = 0; i < samples; ++i) {
            if (i % samplesAtOnce == 0 && monitor.cancelled())
                return cancelledError();
            work(original.channels[c][i], result.channels[c][i]);
        }
    return {};
}

/// Frames of both sounds in blocks, channel by channel.
class FramePairs
{
public:
    /// @param bins of each frame, from the lowest on, to take
    FramePairs(const Audio& original, const Audio& result, const StftParams& stft, std::size_t bins, int threads)
        : original_(original), result_(result), stft_(stft), bins_(bins),
          samples_(std::min(original.sampleCount(), result.sampleCount())), threads_(threads)
    {
    }

    /// Calls `work` with magnitudes `[frames x bins]` of the original and, if `both`, of the result.
    template <class Work>
    Result<void> each(bool both, JobMonitor& monitor, Work&& work) const
    {
        const std::size_t frames = centredFrameCount(samples_, stft_.hop);
        const std::size_t total = frames * original_.channelCount();
        for (std::size_t c = 0; c < original_.channelCount(); ++c)
            for (std::size_t first = 0; first < frames; first += framesAtOnce) {
                const std::size_t count = std::min(framesAtOnce, frames - first);
                const auto x = magnitudes(original_.channels[c], first, count, monitor);
                const auto y = both && x ? magnitudes(result_.channels[c], first, count, monitor) : x;
                if (!y)
                    return y.error();
                work(x.value(), y.value());
                monitor.progress(static_cast<double>(c * frames + first) / static_cast<double>(total), "Comparing");
            }
        return {};
    }

private:
    Result<Grid<float>> magnitudes(const std::vector<float>& channel, std::size_t first, std::size_t count,
                                   JobMonitor& monitor) const
    {
        const auto frames = stftFrames(std::span(channel).first(samples_), stft_, first, count, threads_, monitor);
        if (!frames)
            return frames.error();
        Grid<float> out(count, bins_);
        parallelFor(count, threads_, [&](std::size_t f) {
            const auto* spectrum = reinterpret_cast<const float*>(frames.value().row(f).data());
            kernels().magnitudes(spectrum, out.row(f).data(), static_cast<int>(bins_));
        });
        return out;
    }

    const Audio& original_;
    const Audio& result_;
    StftParams stft_;
    std::size_t bins_;
    std::size_t samples_;
    int threads_;
};

} // namespace

void MagnitudeComparison::look(const Grid<float>& original)
{
    for (const float cell : original.cells())
        maximum_ = std::max(maximum_, cell);
}

MagnitudeComparison::Sums MagnitudeComparison::sumsOf(std::span<const float> original, std::span<const float> result) const
{
    const float least = std::max(maximum_ * floorUnderMaximum, 1e-30f);
    std::vector<float> logs(2 * original.size());
    const auto count = static_cast<int>(original.size());
    kernels().logarithms(original.data(), least, logs.data(), count);
    kernels().logarithms(result.data(), least, logs.data() + count, count);
    Sums sums;
    for (std::size_t i = 0; i < original.size(); ++i) {
        const double x = original[i];
        const double y = result[i];
        sums.difference2 += (x - y) * (x - y);
        sums.original2 += x * x;
        sums.result2 += y * y;
        const double distance = static_cast<double>(logs[i]) - logs[original.size() + i];
        sums.logDistance2 += distance * distance;
    }
    return sums;
}

void MagnitudeComparison::add(const Grid<float>& original, const Grid<float>& result)
{
    std::vector<Sums> rows(original.rows());
    parallelFor(rows.size(), threads_, [&](std::size_t f) { rows[f] = sumsOf(original.row(f), result.row(f)); });
    for (const Sums& row : rows) {
        sums_.difference2 += row.difference2;
        sums_.original2 += row.original2;
        sums_.result2 += row.result2;
        sums_.logDistance2 += row.logDistance2;
    }
    cells_ += original.cells().size();
}

SpectralMeasures MagnitudeComparison::measures() const
{
    SpectralMeasures measures;
    measures.spectralConvergenceDb = sums_.difference2 > 0 ? boundedDb(sums_.difference2, sums_.original2) : -boundDb;
    if (cells_ > 0)
        measures.logSpectralDistanceDb =
            decibelsOfNaturalLog * std::sqrt(sums_.logDistance2 / static_cast<double>(cells_));
    measures.levelDifferenceDb = boundedDb(sums_.result2, sums_.original2);
    return measures;
}

Result<SpectralMeasures> spectralMeasures(const Audio& original, const Audio& result, double topHz, int threads,
                                          JobMonitor& monitor)
{
    if (auto alike = checkAlike(original, result); !alike)
        return alike.error();
    const StftParams stft = stftFromMilliseconds(400, 100, 10, original.sampleRate);
    if (auto usable = checkStft(stft); !usable)
        return Error{ErrorCode::Unsupported, "The sounds to compare have " + std::to_string(original.sampleRate) +
                                                     " samples a second; at least 100 are needed."};
    const double binHz = static_cast<double>(original.sampleRate) / stft.fftSize;
    const auto bins = std::min<std::size_t>(static_cast<std::size_t>(stft.bins()), static_cast<std::size_t>(topHz / binHz) + 1);
    const FramePairs pairs(original, result, stft, bins, threads);
    MagnitudeComparison comparison(threads);
    PartMonitor looking(monitor, 0, 0.33);
    auto done = pairs.each(false, looking, [&](const auto& a, const auto&) { comparison.look(a); });
    if (!done)
        return done.error();
    PartMonitor adding(monitor, 0.33, 1);
    done = pairs.each(true, adding, [&](const auto& a, const auto& b) { comparison.add(a, b); });
    if (!done)
        return done.error();
    return comparison.measures();
}

Result<double> signalToNoiseDb(const Audio& original, const Audio& result, JobMonitor& monitor)
{
    double signal = 0;
    double noise = 0;
    const auto done = eachSample(original, result, monitor, [&](double x, double y) {
        signal += x * x;
        noise += (x - y) * (x - y);
    });
    if (!done)
        return done.error();
    return noise > 0 ? boundedDb(signal, noise) : boundDb;
}

Result<double> waveGainBetween(const Audio& original, const Audio& result, JobMonitor& monitor)
{
    double product = 0;
    double square = 0;
    const auto done = eachSample(original, result, monitor, [&](double x, double y) {
        product += x * y;
        square += x * x;
    });
    if (!done)
        return done.error();
    return product != 0 && square > 0 ? std::abs(product) / square : 1.0;
}

Result<double> gainBetween(const Audio& original, const Audio& result, int threads, JobMonitor& monitor)
{
    if (auto alike = checkAlike(original, result); !alike)
        return alike.error();
    double product = 0;
    double square = 0;
    const auto done = FramePairs(original, result, gainFrames, static_cast<std::size_t>(gainFrames.bins()), threads)
                          .each(true, monitor, [&](const Grid<float>& a, const Grid<float>& b) {
                              for (std::size_t i = 0; i < a.cells().size(); ++i) {
                                  product += static_cast<double>(a.cells()[i]) * b.cells()[i];
                                  square += static_cast<double>(a.cells()[i]) * a.cells()[i];
                              }
                          });
    if (!done)
        return done.error();
    return product > 0 && square > 0 ? product / square : 1.0;
}

} // namespace sonoloom
