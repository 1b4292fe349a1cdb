// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/pulse.h"

#include "core/dsp/fft.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>

namespace sonoloom
{

namespace
{

constexpr double surroundingSeconds = 0.2; // to either side
constexpr std::array<float, 7> smoothing{0.03f, 0.11f, 0.22f, 0.28f, 0.22f, 0.11f, 0.03f};

std::vector<float> smoothed(const std::vector<float>& values)
{
    std::vector<float> out(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t k = 0; k < smoothing.size(); ++k)
            if (i + k >= 3 && i + k - 3 < values.size())
                out[i] += smoothing[k] * values[i + k - 3];
    return out;
}

/// Autocorrelation without wrapping around, 1 at lag 0; of values less their mean.
std::vector<double> autocorrelation(const std::vector<float>& values, std::size_t lags)
{
    const Fft fft(fastFftSize(static_cast<int>(values.size() + lags)));
    AlignedBuffer<float> samples(static_cast<std::size_t>(fft.size()));
    AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(fft.bins()));
    double mean = 0;
    for (const float value : values)
        mean += value / static_cast<double>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        samples[i] = static_cast<float>(values[i] - mean);
    fft.forward(samples, spectrum);
    for (auto& bin : spectrum.span())
        bin = std::norm(bin);
    fft.inverse(spectrum, samples);
    std::vector<double> out(lags);
    for (std::size_t lag = 0; lag < lags && lag < values.size() && samples[0] > 0; ++lag) {
        const double overlap = static_cast<double>(values.size() - lag) / static_cast<double>(values.size());
        out[lag] = samples[lag] / samples[0] / std::max(0.25, overlap);
    }
    return out;
}

} // namespace

std::vector<float> onsetCurve(const OnsetBands& onsets)
{
    std::vector<float> sum(onsets.frames());
    for (const auto& band : onsets.strengths)
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += band[i];
    sum = smoothed(sum);
    std::vector<double> before(sum.size() + 1);
    for (std::size_t i = 0; i < sum.size(); ++i)
        before[i + 1] = before[i] + sum[i];
    const auto reach = static_cast<std::size_t>(surroundingSeconds * onsets.frameRate);
    std::vector<float> curve(sum.size());
    double square = 0;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(sum.size(), i + reach + 1);
        const double around = (before[to] - before[from]) / static_cast<double>(to - from);
        curve[i] = static_cast<float>(std::max(0.0, sum[i] - around));
        square += static_cast<double>(curve[i]) * curve[i] / static_cast<double>(sum.size());
    }
    const auto scale = static_cast<float>(square > 0 ? 1 / std::sqrt(square) : 0);
    for (float& value : curve)
        value *= scale;
    return curve;
}

PulseCurve::PulseCurve(const OnsetBands& onsets, std::size_t frames) : values_(frames + 1)
{
    for (const auto& band : onsets.strengths) {
        const auto one = autocorrelation(smoothed(band), frames + 1);
        for (std::size_t lag = 0; lag < values_.size(); ++lag)
            values_[lag] += one[lag] / onsetBandCount;
    }
}

double PulseCurve::at(double lag) const
{
    const auto whole = static_cast<std::size_t>(lag);
    if (lag < 0 || whole + 1 >= values_.size())
        return 0;
    const double part = lag - static_cast<double>(whole);
    return (1 - part) * values_[whole] + part * values_[whole + 1];
}

double PulseCurve::peakNear(double lag, double share) const
{
    const auto from = std::max<std::size_t>(1, static_cast<std::size_t>(std::floor(lag * (1 - share))));
    const auto to = std::min(values_.size() - 2, static_cast<std::size_t>(std::ceil(lag * (1 + share))));
    if (to <= from)
        return lag;
    const auto best = static_cast<std::size_t>(std::max_element(values_.begin() + static_cast<std::ptrdiff_t>(from),
                                                                values_.begin() + static_cast<std::ptrdiff_t>(to) + 1) -
                                               values_.begin());
    const double bend = values_[best - 1] - 2 * values_[best] + values_[best + 1];
    const double beyond = bend < 0 ? std::clamp(0.5 * (values_[best - 1] - values_[best + 1]) / bend, -0.5, 0.5) : 0;
    return static_cast<double>(best) + beyond;
}

std::vector<double> PulseCurve::peaks(double least, double greatest) const
{
    std::vector<double> found;
    for (std::size_t lag = std::max<std::size_t>(1, static_cast<std::size_t>(least));
         lag + 1 < values_.size() && static_cast<double>(lag) <= greatest; ++lag)
        if (values_[lag] > 0 && values_[lag] > values_[lag - 1] && values_[lag] >= values_[lag + 1])
            found.push_back(static_cast<double>(lag));
    return found;
}

} // namespace sonoloom
