// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/dsp/reconstruct.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

/// Signals and sources that the tests of the engine share. Samples are on the 16-bit scale.
namespace sonoloom::test
{

class MagnitudesInMemory final : public MagnitudeSource
{
public:
    explicit MagnitudesInMemory(std::vector<Grid<float>> channels) : channels_(std::move(channels)) {}

    std::size_t columns() const override { return channels_.front().rows(); }
    int channelCount() const override { return static_cast<int>(channels_.size()); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override
    {
        if (failing)
            return Error{ErrorCode::Corrupt, "b.png: broken"};
        std::vector<Grid<float>> parts;
        for (const auto& channel : channels_) {
            Grid<float> part(count, channel.columns());
            std::ranges::copy(channel.cells().subspan(first * channel.columns(), count * channel.columns()),
                              part.cells().begin());
            parts.push_back(std::move(part));
        }
        return parts;
    }

    bool failing = false;

private:
    std::vector<Grid<float>> channels_;
};

inline std::vector<float> sine(double hertz, std::size_t count, int rate = 44'100)
{
    std::vector<float> sound(count);
    for (std::size_t i = 0; i < count; ++i)
        sound[i] = static_cast<float>(8000 * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate));
    return sound;
}

/// Plucked partials over noise bursts: something like music.
inline std::vector<float> music(std::size_t count, std::uint64_t seed = 1)
{
    std::vector<float> sound(count);
    Random random(seed);
    for (std::size_t start = 0; start < count; start += 9000) {
        const double pitch = 110 * std::exp2(std::floor(random.uniform(0, 24)) / 12);
        for (std::size_t i = start; i < std::min(count, start + 30'000); ++i) {
            const double t = static_cast<double>(i - start) / 44'100;
            for (int partial = 1; partial <= 8; ++partial)
                sound[i] += static_cast<float>(3000.0 / partial * std::exp(-4 * t * partial) *
                                               std::sin(2 * std::numbers::pi * pitch * partial * t));
            if (t < 0.05)
                sound[i] += static_cast<float>(random.uniform(-2000, 2000) * (1 - t / 0.05));
        }
    }
    return sound;
}

inline MelAnalysis analysisAt(int rate, double topHz, int bands = 512)
{
    return {stftFromMilliseconds(400, 100, 10, rate), MelParams{bands, 0, topHz}, rate};
}

inline Grid<float> melOf(const std::vector<float>& sound, const MelAnalysis& analysis)
{
    return melSpectrogram(sound, analysis.stft, analysis.mel, analysis.sampleRate, 1);
}

/// Relative mean difference of mel magnitudes to the fourth root: what an image of power 0.25 shows, 0..255.
inline double imageError(const Grid<float>& a, const Grid<float>& b)
{
    const float peak = *std::ranges::max_element(a.cells());
    double sum = 0;
    for (std::size_t i = 0; i < a.cells().size(); ++i)
        sum += std::abs(std::pow(a.cells()[i] / peak, 0.25) - std::pow(b.cells()[i] / peak, 0.25));
    return 255 * sum / static_cast<double>(a.cells().size());
}

inline Result<Audio> reconstructed(MagnitudeSource& source, const MelAnalysis& analysis, std::size_t samples,
                            ReconstructMethod method = ReconstructMethod::Balanced, int threads = 1)
{
    JobMonitor monitor;
    ReconstructParams params;
    params.method = method;
    auto found = reconstruct(source, analysis, samples, params, threads, monitor);
    return found ? Result<Audio>(std::move(found->audio)) : Result<Audio>(found.error());
}

/// |STFT|, [frames x bins].
inline Grid<float> linearMagnitudes(const std::vector<float>& sound, const StftParams& params)
{
    JobMonitor monitor;
    const auto frames = stft(sound, params, 1, monitor);
    Grid<float> magnitudes(frames->rows(), frames->columns());
    std::ranges::transform(frames->cells(), magnitudes.cells().begin(), [](auto x) { return std::abs(x); });
    return magnitudes;
}

} // namespace sonoloom::test
