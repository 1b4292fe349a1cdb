// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/stft.h"

#include "core/base/parallel.h"
#include "core/dsp/fft.h"
#include "core/dsp/window.h"

#include <algorithm>
#include <cassert>

namespace sonoloom
{

namespace
{

constexpr std::size_t framesAtOnce = 32;

/// Samples of the frame before the window begins, as torch centres a short window.
int windowStart(const StftParams& params)
{
    return (params.fftSize - params.window) / 2;
}

} // namespace

StftParams stftFromMilliseconds(double paddedMs, double windowMs, double stepMs, int sampleRate)
{
    const auto samples = [&](double ms) { return static_cast<int>(ms / 1000.0 * sampleRate); };
    return {samples(paddedMs), samples(windowMs), samples(stepMs)};
}

Result<void> checkStft(const StftParams& stft)
{
    if (stft.fftSize < 1 || stft.window < 1 || stft.hop < 1)
        return Error{ErrorCode::InvalidArgument,
                     "padded-ms, window-ms and step-ms must each be at least one sample long; make them longer."};
    if (stft.window > stft.fftSize)
        return Error{ErrorCode::InvalidArgument, "window-ms must not be longer than padded-ms."};
    if (stft.hop > stft.window)
        return Error{ErrorCode::InvalidArgument, "step-ms must not be longer than window-ms: sound between would be lost."};
    return {};
}

std::size_t centredFrameCount(std::size_t samples, int hop)
{
    return 1 + samples / static_cast<std::size_t>(hop);
}

float ReflectedSignal::at(std::ptrdiff_t index) const
{
    const auto count = static_cast<std::ptrdiff_t>(samples_.size());
    if (count == 0)
        return 0.0f;
    if (count == 1)
        return samples_[0];
    const std::ptrdiff_t period = 2 * (count - 1);
    index = ((index % period) + period) % period;
    return samples_[static_cast<std::size_t>(index < count ? index : period - index)];
}

void ReflectedSignal::copy(std::ptrdiff_t first, std::span<float> out) const
{
    const auto count = static_cast<std::ptrdiff_t>(samples_.size());
    const auto size = static_cast<std::ptrdiff_t>(out.size());
    const std::ptrdiff_t from = std::clamp<std::ptrdiff_t>(-first, 0, size);
    const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(count - first, from, size);
    for (std::ptrdiff_t i = 0; i < from; ++i)
        out[static_cast<std::size_t>(i)] = at(first + i);
    if (to > from)
        std::copy_n(samples_.begin() + first + from, to - from, out.begin() + from);
    for (std::ptrdiff_t i = to; i < size; ++i)
        out[static_cast<std::size_t>(i)] = at(first + i);
}

Result<Grid<std::complex<float>>> stft(std::span<const float> samples, const StftParams& params, int threads,
                                       JobMonitor& monitor)
{
    if (auto ok = checkStft(params); !ok)
        return ok.error();
    return stftFrames(samples, params, 0, centredFrameCount(samples.size(), params.hop), threads, monitor);
}

Result<Grid<std::complex<float>>> stftFrames(std::span<const float> samples, const StftParams& params,
                                             std::size_t first, std::size_t count, int threads, JobMonitor& monitor)
{
    if (auto ok = checkStft(params); !ok)
        return ok.error();
    Grid<std::complex<float>> frames(count, static_cast<std::size_t>(params.bins()));
    const ReflectedSignal signal(samples);
    const auto window = hannWindow(params.window);
    const Fft fft(params.fftSize);
    const std::ptrdiff_t start = windowStart(params);

    parallelFor((frames.rows() + framesAtOnce - 1) / framesAtOnce, threads, [&](std::size_t group) {
        if (monitor.cancelled())
            return;
        AlignedBuffer<float> frame(static_cast<std::size_t>(params.fftSize));
        AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(params.bins()));
        const auto windowed = frame.span().subspan(static_cast<std::size_t>(start), window.size());
        for (std::size_t f = group * framesAtOnce; f < std::min(frames.rows(), (group + 1) * framesAtOnce); ++f) {
            signal.copy(static_cast<std::ptrdiff_t>(first + f) * params.hop - params.fftSize / 2 + start, windowed);
            for (std::size_t i = 0; i < window.size(); ++i)
                windowed[i] *= window[i];
            fft.forward(frame, spectrum);
            std::copy_n(spectrum.data(), spectrum.size(), frames.row(f).begin());
        }
    });
    if (monitor.cancelled())
        return cancelledError();
    return frames;
}

std::vector<float> inverseStft(const Grid<std::complex<float>>& frames, const StftParams& params, std::size_t length)
{
    assert(frames.columns() == static_cast<std::size_t>(params.bins()));
    const auto window = hannWindow(params.window);
    const Fft fft(params.fftSize);
    const std::ptrdiff_t start = windowStart(params);
    AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(params.bins()));
    AlignedBuffer<float> frame(static_cast<std::size_t>(params.fftSize));
    std::vector<float> sum(length, 0.0f);
    std::vector<float> norm(length, 0.0f);

    for (std::size_t f = 0; f < frames.rows(); ++f) {
        std::ranges::copy(frames.row(f), spectrum.data());
        fft.inverse(spectrum, frame);
        const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(f) * params.hop - params.fftSize / 2 + start;
        for (std::size_t i = 0; i < window.size(); ++i) {
            const std::ptrdiff_t t = first + static_cast<std::ptrdiff_t>(i);
            if (t < 0 || t >= static_cast<std::ptrdiff_t>(length))
                continue;
            const float scale = window[i] / static_cast<float>(params.fftSize);
            sum[static_cast<std::size_t>(t)] += frame[static_cast<std::size_t>(start) + i] * scale;
            norm[static_cast<std::size_t>(t)] += window[i] * window[i];
        }
    }
    for (std::size_t t = 0; t < length; ++t)
        sum[t] = norm[t] > 1e-11f ? sum[t] / norm[t] : 0.0f;
    return sum;
}

} // namespace sonoloom
