// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/onsetbands.h"

#include "core/base/grid.h"
#include "core/base/parallel.h"
#include "core/dsp/fft.h"
#include "core/dsp/mel.h"
#include "core/dsp/stft.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double framesASecond = 100;
constexpr double windowSeconds = 0.046;
constexpr double leastSeconds = 1;
constexpr float leastPeak = 1e-4f;
constexpr int melBands = 64;
constexpr double lowestHz = 30;
constexpr double highestHz = 16'000;
constexpr std::array<double, 3> bandEdgesHz{130, 500, 3000};
constexpr float compression = 20; // a magnitude of the mean becomes ln(1 + this)
constexpr std::size_t riseFrames = 2;
constexpr double evenedSeconds = 3;    // levels of onsets are evened out over twice this
constexpr std::size_t swellFrames = 4; // before and behind
constexpr double tonesFromHz = 100;
constexpr double tonesToHz = 2000;
constexpr std::size_t framesAtOnce = 2048;

std::vector<float> monoOf(const Audio& sound)
{
    std::vector<float> mono(sound.sampleCount());
    for (const auto& channel : sound.channels)
        for (std::size_t i = 0; i < mono.size(); ++i)
            mono[i] += channel[i] / static_cast<float>(sound.channelCount());
    return mono;
}

/// Magnitudes of a sound in bands and tones.
class Spectra
{
public:
    explicit Spectra(int sampleRate)
        : stft_{fastFftSize(windowOf(sampleRate)), windowOf(sampleRate),
                std::max(1, static_cast<int>(std::lround(sampleRate / framesASecond)))},
          sampleRate_(sampleRate),
          mel_({melBands, lowestHz, std::min(highestHz, sampleRate / 2.0)}, stft_.bins(), sampleRate)
    {
        for (int k = 0; k < stft_.bins(); ++k) {
            const double hertz = static_cast<double>(k) * sampleRate / stft_.fftSize;
            const bool isTone = hertz >= tonesFromHz && hertz <= tonesToHz;
            toneOfBin_.push_back(isTone ? static_cast<int>(std::lround(12 * std::log2(hertz / 55))) % 12 : -1);
        }
    }

    const StftParams& stft() const { return stft_; }
    double hertzOfBand(std::size_t band) const
    {
        const double low = melFromHertz(lowestHz);
        const double high = melFromHertz(std::min(highestHz, sampleRate_ / 2.0));
        return hertzFromMel(low + (high - low) * static_cast<double>(band + 1) / (melBands + 1));
    }

    /// Fills `bands` [frames x melBands] and `tones` [frames x 12]. Errors: Cancelled.
    Result<void> measure(std::span<const float> samples, Grid<float>& bands, std::vector<float>& tones, int threads,
                         JobMonitor& monitor) const
    {
        for (std::size_t first = 0; first < bands.rows(); first += framesAtOnce) {
            const std::size_t count = std::min(framesAtOnce, bands.rows() - first);
            const auto frames = stftFrames(samples, stft_, first, count, threads, monitor);
            if (!frames)
                return frames.error();
            parallelFor(count, threads, [&](std::size_t f) {
                measureFrame(frames->row(f), bands.row(first + f), {tones.data() + 12 * (first + f), 12});
            });
            monitor.progress(static_cast<double>(first) / static_cast<double>(bands.rows()), "Listening for onsets");
        }
        return {};
    }

private:
    static int windowOf(int sampleRate) { return std::max(16, static_cast<int>(windowSeconds * sampleRate)); }

    void measureFrame(std::span<const std::complex<float>> spectrum, std::span<float> bands,
                      std::span<float> tones) const
    {
        std::vector<float> magnitudes(spectrum.size());
        for (std::size_t k = 0; k < magnitudes.size(); ++k) {
            magnitudes[k] = std::abs(spectrum[k]);
            if (toneOfBin_[k] >= 0)
                tones[static_cast<std::size_t>(toneOfBin_[k])] += magnitudes[k];
        }
        mel_.apply(magnitudes, bands);
    }

    StftParams stft_;
    int sampleRate_;
    MelFilterbank mel_;
    std::vector<int> toneOfBin_;
};

/// Calls `work` for blocks of frames until the monitor says cancelled.
template <class Work>
void forBlocks(std::size_t frames, int threads, JobMonitor& monitor, Work&& work)
{
    parallelFor((frames + framesAtOnce - 1) / framesAtOnce, threads, [&](std::size_t block) {
        if (!monitor.cancelled())
            work(block * framesAtOnce, std::min(frames, (block + 1) * framesAtOnce));
    });
}

/// Magnitudes to logarithms against their mean.
void compress(Grid<float>& bands, int threads, JobMonitor& monitor)
{
    double sum = 0;
    for (const float value : bands.cells())
        sum += value;
    const float scale =
        sum > 0 ? static_cast<float>(compression * static_cast<double>(bands.cells().size()) / sum) : 0.0f;
    forBlocks(bands.rows(), threads, monitor, [&](std::size_t first, std::size_t end) {
        for (std::size_t f = first; f < end; ++f)
            for (float& value : bands.row(f))
                value = std::log1p(scale * value);
    });
}

/// How much band `b` rose, against the loudest of its neighbourhood before.
float rise(const Grid<float>& bands, std::size_t frame, std::size_t b)
{
    const auto before = bands.row(frame - riseFrames);
    float most = before[b];
    if (b > 0)
        most = std::max(most, before[b - 1]);
    if (b + 1 < before.size())
        most = std::max(most, before[b + 1]);
    return std::max(0.0f, bands(frame, b) - most);
}

/// Rises of the twelve tones' logarithms, slow ones too.
std::vector<float> swells(std::span<const float> tones)
{
    double mean = 0;
    for (const float tone : tones)
        mean += tone / static_cast<double>(tones.size());
    const double scale = mean > 0 ? compression / mean : 0;
    std::vector<float> out(tones.size() / 12);
    for (std::size_t f = swellFrames; f + swellFrames < out.size(); ++f)
        for (std::size_t t = 0; t < 12; ++t) {
            const double before = std::log1p(scale * tones[12 * (f - swellFrames) + t]);
            const double behind = std::log1p(scale * tones[12 * (f + swellFrames) + t]);
            out[f] += static_cast<float>(std::max(0.0, behind - before));
        }
    return out;
}

/// Divides by the mean around each frame and, a little, by the mean of all.
void even(std::vector<float>& strengths, double frameRate)
{
    std::vector<double> sums(strengths.size() + 1);
    for (std::size_t i = 0; i < strengths.size(); ++i)
        sums[i + 1] = sums[i] + strengths[i];
    const double mean = sums.back() / static_cast<double>(strengths.size());
    if (mean <= 0)
        return;
    const auto reach = static_cast<std::size_t>(evenedSeconds * frameRate);
    for (std::size_t i = 0; i < strengths.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(strengths.size(), i + reach + 1);
        const double around = (sums[to] - sums[from]) / static_cast<double>(to - from);
        strengths[i] = static_cast<float>(strengths[i] / (0.7 * around + 0.3 * mean));
    }
}

} // namespace

Result<OnsetBands> onsetBandsOf(const Audio& sound, int threads, JobMonitor& monitor)
{
    const auto mono = monoOf(sound);
    const bool silent = std::ranges::none_of(mono, [](float sample) { return std::abs(sample) > leastPeak; });
    if (silent || sound.seconds() < leastSeconds)
        return OnsetBands{};
    const Spectra spectra(sound.sampleRate);
    Grid<float> bands(centredFrameCount(mono.size(), spectra.stft().hop), melBands);
    OnsetBands onsets;
    onsets.frameRate = static_cast<double>(sound.sampleRate) / spectra.stft().hop;
    onsets.tones.resize(12 * bands.rows());
    if (auto done = spectra.measure(mono, bands, onsets.tones, threads, monitor); !done)
        return done.error();
    compress(bands, threads, monitor);
    for (auto& strengths : onsets.strengths)
        strengths.resize(bands.rows());
    std::vector<std::size_t> parts;
    for (std::size_t b = 0; b < melBands; ++b)
        parts.push_back(static_cast<std::size_t>(std::ranges::upper_bound(bandEdgesHz, spectra.hertzOfBand(b)) -
                                                 bandEdgesHz.begin()));
    forBlocks(bands.rows(), threads, monitor, [&](std::size_t first, std::size_t end) {
        for (std::size_t f = std::max(first, riseFrames); f < end; ++f)
            for (std::size_t b = 0; b < melBands; ++b)
                onsets.strengths[parts[b]][f] += rise(bands, f, b);
    });
    if (monitor.cancelled())
        return cancelledError();
    onsets.strengths.back() = swells(onsets.tones);
    for (auto& strengths : onsets.strengths)
        even(strengths, onsets.frameRate);
    return onsets;
}

} // namespace sonoloom
