// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/envelopecorrelation.h"

#include "core/base/parallel.h"
#include "core/dsp/fft.h"
#include "core/dsp/stft.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr int bands = 16;
constexpr double lowestHz = 100;
constexpr double windowSeconds = 0.046;
constexpr double hopSeconds = 0.005;
constexpr std::size_t framesAtOnce = 2048;
constexpr float floorUnderMaximum = 1e-3f; // 60 dB
constexpr std::size_t changeFrames = 4;    // 20 ms
constexpr double leastOverlap = 0.2;       // of the shorter one
constexpr double overlapPreference = 0.03; // so much less where next to nothing overlaps: repetitions are as good there
constexpr std::size_t apartFrames = 10;    // 50 ms

/// One course of levels a band, `[bands][frames]`.
using Envelopes = std::vector<std::vector<float>>;

StftParams framesAt(double sampleRate)
{
    const int window = std::max(8, static_cast<int>(windowSeconds * sampleRate));
    return {fastFftSize(window), window, std::max(1, static_cast<int>(std::lround(hopSeconds * sampleRate)))};
}

/// First bin of each band and the end of the last, evenly spread over the logarithm of frequency.
std::vector<std::size_t> bandEdges(const StftParams& stft, double sampleRate)
{
    const double top = sampleRate / 2;
    std::vector<std::size_t> edges;
    for (int b = 0; b <= bands; ++b) {
        const double hertz = lowestHz * std::pow(top / lowestHz, static_cast<double>(b) / bands);
        const auto bin = static_cast<std::size_t>(std::lround(hertz / sampleRate * stft.fftSize));
        edges.push_back(std::min(std::max(bin, edges.empty() ? 1 : edges.back() + 1), static_cast<std::size_t>(stft.bins())));
    }
    return edges;
}

Result<Envelopes> levelsOf(std::span<const float> samples, double sampleRate, int threads, JobMonitor& monitor)
{
    const StftParams stft = framesAt(sampleRate);
    const auto edges = bandEdges(stft, sampleRate);
    const std::size_t count = centredFrameCount(samples.size(), stft.hop);
    Envelopes levels(bands, std::vector<float>(count));
    for (std::size_t first = 0; first < count; first += framesAtOnce) {
        const auto frames = stftFrames(samples, stft, first, std::min(framesAtOnce, count - first), threads, monitor);
        if (!frames)
            return frames.error();
        for (std::size_t f = 0; f < frames->rows(); ++f)
            for (std::size_t b = 0; b < bands; ++b)
                for (std::size_t k = edges[b]; k < edges[b + 1]; ++k)
                    levels[b][first + f] += std::norm(frames.value()(f, k));
    }
    return levels;
}

/// From power to changes of its logarithm.
void differentiate(Envelopes& levels)
{
    float loudest = 0;
    for (const auto& band : levels)
        for (const float level : band)
            loudest = std::max(loudest, level);
    const float least = std::max(loudest * floorUnderMaximum * floorUnderMaximum, 1e-30f);
    for (auto& band : levels) {
        for (float& level : band)
            level = std::log(std::max(level, least));
        for (std::size_t i = band.size(); i-- > 0;)
            band[i] = i >= changeFrames ? band[i] - band[i - changeFrames] : 0.0f;
    }
}

AlignedBuffer<std::complex<float>> transformed(const Fft& fft, const std::vector<float>& samples)
{
    AlignedBuffer<float> in(static_cast<std::size_t>(fft.size()));
    std::ranges::copy(samples, in.data());
    AlignedBuffer<std::complex<float>> out(static_cast<std::size_t>(fft.bins()));
    fft.forward(in, out);
    return out;
}

/// Sums of squares of all bands before frame i.
std::vector<double> energyBefore(const Envelopes& levels)
{
    std::vector<double> sums(levels.front().size() + 1);
    for (std::size_t i = 0; i + 1 < sums.size(); ++i) {
        sums[i + 1] = sums[i];
        for (const auto& band : levels)
            sums[i + 1] += static_cast<double>(band[i]) * band[i];
    }
    return sums;
}

/// Correlation at every offset, value i being that of i - first frames + 1, divided by what the overlap could reach.
std::vector<double> agreements(const Envelopes& first, const Envelopes& second, int threads)
{
    const auto n = static_cast<std::ptrdiff_t>(first.front().size());
    const auto m = static_cast<std::ptrdiff_t>(second.front().size());
    const Fft fft(fastFftSize(static_cast<int>(n + m)));
    std::vector<AlignedBuffer<std::complex<float>>> products(bands);
    parallelFor(bands, threads, [&](std::size_t b) {
        products[b] = transformed(fft, second[b]);
        const auto conjugate = transformed(fft, first[b]);
        for (std::size_t k = 0; k < conjugate.size(); ++k)
            products[b][k] *= std::conj(conjugate[k]);
    });
    for (std::size_t b = 1; b < bands; ++b)
        for (std::size_t k = 0; k < products[0].size(); ++k)
            products[0][k] += products[b][k];
    AlignedBuffer<float> correlation(static_cast<std::size_t>(fft.size()));
    fft.inverse(products[0], correlation);
    const auto before = energyBefore(first);
    const auto beforeSecond = energyBefore(second);
    std::vector<double> values(static_cast<std::size_t>(n + m - 1));
    for (std::ptrdiff_t offset = 1 - n; offset < m; ++offset) {
        const std::ptrdiff_t begin = std::max<std::ptrdiff_t>(0, -offset);
        const std::ptrdiff_t end = std::min(n, m - offset);
        const double overlap = static_cast<double>(end - begin) / static_cast<double>(std::min(n, m));
        if (overlap < leastOverlap)
            continue;
        const double a = before[static_cast<std::size_t>(end)] - before[static_cast<std::size_t>(begin)];
        const double b = beforeSecond[static_cast<std::size_t>(end + offset)] - beforeSecond[static_cast<std::size_t>(begin + offset)];
        const auto at = static_cast<std::size_t>((offset + fft.size()) % fft.size());
        const double preference = 1 - overlapPreference * (1 - overlap);
        if (a > 0 && b > 0)
            values[static_cast<std::size_t>(offset + n - 1)] =
                preference * static_cast<double>(correlation[at]) / fft.size() / std::sqrt(a * b);
    }
    return values;
}

} // namespace

Result<EnvelopePeak> envelopeCorrelation(std::span<const float> first, std::span<const float> second, double sampleRate,
                                         int threads, JobMonitor& monitor)
{
    auto a = levelsOf(first, sampleRate, threads, monitor);
    auto b = a ? levelsOf(second, sampleRate, threads, monitor) : a;
    if (!b)
        return b.error();
    differentiate(*a);
    differentiate(*b);
    if (monitor.cancelled())
        return cancelledError();
    const auto values = agreements(*a, *b, threads);
    const auto best = std::ranges::max_element(values);
    const auto at = static_cast<std::size_t>(best - values.begin());
    EnvelopePeak peak;
    peak.agreement = *best;
    double second_ = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (i + apartFrames <= at || i >= at + apartFrames)
            second_ = std::max(second_, values[i]);
    peak.overSecond = second_ > 0 ? *best / second_ : 1e9;
    double vertex = 0; // of the parabola through the peak and its neighbours
    if (at > 0 && at + 1 < values.size()) {
        const double bend = values[at - 1] - 2 * values[at] + values[at + 1];
        vertex = bend < 0 ? 0.5 * (values[at - 1] - values[at + 1]) / bend : 0;
    }
    const double frames = static_cast<double>(at) - static_cast<double>(a->front().size() - 1) + vertex;
    peak.offsetSeconds = frames * framesAt(sampleRate).hop / sampleRate;
    return peak;
}

} // namespace sonoloom
