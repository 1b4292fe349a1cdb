// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/dsp/fft.h"
#include "core/dsp/kernels.h"
#include "core/dsp/mel.h"
#include "core/dsp/window.h"

#include <algorithm>
#include <complex>

namespace sonoloom
{

namespace
{

constexpr std::size_t framesAtOnce = 32;

/// A filterbank's rows as the kernels want them, over bins firstBin .. firstBin + binCount - 1 only.
struct PaddedRows {
    int firstBin = 0;
    int binCount = 0;
    std::vector<int> first;
    std::vector<int> begin;
    std::vector<float> weights;

    explicit PaddedRows(const MelFilterbank& bank)
    {
        firstBin = bank.bins();
        int end = 0;
        for (int b = 0; b < bank.bands(); ++b) {
            const auto& band = bank.band(b);
            if (band.weights.empty())
                continue;
            firstBin = std::min(firstBin, band.first);
            end = std::max(end, band.first + static_cast<int>(band.weights.size()));
        }
        firstBin = std::min(firstBin, end);
        binCount = end - firstBin;
        for (int b = 0; b < bank.bands(); ++b) {
            const auto& band = bank.band(b);
            first.push_back(band.weights.empty() ? 0 : band.first - firstBin);
            begin.push_back(static_cast<int>(weights.size()));
            weights.insert(weights.end(), band.weights.begin(), band.weights.end());
            while (weights.size() % kernelLanes != 0)
                weights.push_back(0.0f);
        }
        begin.push_back(static_cast<int>(weights.size()));
    }

    SparseRows view() const { return {static_cast<int>(first.size()), first.data(), begin.data(), weights.data()}; }
};

} // namespace

struct MelAnalyser::State {
    StftParams stft;
    int threads;
    std::vector<float> window;
    Fft fft;
    PaddedRows rows;
    int bands;

    std::vector<float> held;       ///< samples heldFirst .. fed - 1
    std::ptrdiff_t heldFirst = 0;
    std::ptrdiff_t fed = 0;
    std::size_t nextFrame = 0;

    State(const StftParams& stft_, const MelParams& mel, double sampleRate, int threads_)
        : stft(stft_), threads(threads_), window(hannWindow(stft_.window)), fft(stft_.fftSize),
          rows(MelFilterbank(mel, stft_.bins(), sampleRate)), bands(mel.bands)
    {
    }

    /// First sample under the window of a frame.
    std::ptrdiff_t start(std::size_t frame) const
    {
        const std::ptrdiff_t before = stft.fftSize / 2 - (stft.fftSize - stft.window) / 2;
        return static_cast<std::ptrdiff_t>(frame) * stft.hop - before;
    }

    /// The samples under a frame's window, reflected at the start and, beyond `fed`, at the end.
    void gather(std::size_t frame, std::span<float> out) const
    {
        const std::ptrdiff_t from = start(frame);
        if (from >= heldFirst && from + static_cast<std::ptrdiff_t>(out.size()) <= fed) {
            std::copy_n(held.begin() + (from - heldFirst), out.size(), out.begin());
            return;
        }
        const std::ptrdiff_t period = std::max<std::ptrdiff_t>(1, 2 * (fed - 1));
        for (std::size_t i = 0; i < out.size(); ++i) {
            std::ptrdiff_t index = from + static_cast<std::ptrdiff_t>(i);
            index = ((index % period) + period) % period;
            index = index < fed ? index : period - index;
            out[i] = held[static_cast<std::size_t>(index - heldFirst)];
        }
    }

    Grid<float> compute(std::size_t count)
    {
        Grid<float> mel(count, static_cast<std::size_t>(bands));
        parallelFor((count + framesAtOnce - 1) / framesAtOnce, threads, [&](std::size_t group) {
            AlignedBuffer<float> frame(static_cast<std::size_t>(stft.fftSize));
            AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(stft.bins()));
            AlignedBuffer<float> magnitudes(static_cast<std::size_t>(rows.binCount + kernelLanes));
            const auto windowed =
                frame.span().subspan(static_cast<std::size_t>((stft.fftSize - stft.window) / 2), window.size());
            for (std::size_t f = group * framesAtOnce; f < std::min(count, (group + 1) * framesAtOnce); ++f) {
                if (!hasSound(nextFrame + f))
                    continue;
                gather(nextFrame + f, windowed);
                kernels().multiply(windowed.data(), window.data(), stft.window);
                fft.forward(frame, spectrum);
                kernels().magnitudes(reinterpret_cast<const float*>(spectrum.data() + rows.firstBin), magnitudes.data(),
                                     rows.binCount);
                kernels().sumRows(rows.view(), magnitudes.data(), mel.row(f).data());
            }
        });
        nextFrame += count;
        forget();
        return mel;
    }

    bool hasSound(std::size_t frame) const
    {
        return fed > 0 && static_cast<std::ptrdiff_t>(frame) * stft.hop < fed + stft.hop;
    }

    /// Drops what neither the next frame nor the reflection at the end can still want.
    void forget()
    {
        const std::ptrdiff_t wanted = start(nextFrame) - stft.window - stft.hop;
        if (wanted <= heldFirst)
            return;
        const std::ptrdiff_t to = std::min(wanted, fed);
        held.erase(held.begin(), held.begin() + (to - heldFirst));
        heldFirst = to;
    }
};

MelAnalyser::MelAnalyser(const StftParams& stft, const MelParams& mel, double sampleRate, int threads)
    : state_(std::make_unique<State>(stft, mel, sampleRate, threads))
{
}

MelAnalyser::~MelAnalyser() = default;
MelAnalyser::MelAnalyser(MelAnalyser&&) noexcept = default;
MelAnalyser& MelAnalyser::operator=(MelAnalyser&&) noexcept = default;

const StftParams& MelAnalyser::stft() const
{
    return state_->stft;
}

int MelAnalyser::bands() const
{
    return state_->bands;
}

Grid<float> MelAnalyser::feed(std::span<const float> samples)
{
    State& s = *state_;
    s.held.insert(s.held.end(), samples.begin(), samples.end());
    s.fed += static_cast<std::ptrdiff_t>(samples.size());
    const std::ptrdiff_t reach = s.fed - s.stft.window - s.start(0); // frames up to here lie before the end
    const std::ptrdiff_t ready = reach < 0 ? 0 : reach / s.stft.hop + 1;
    const auto next = static_cast<std::ptrdiff_t>(s.nextFrame);
    return s.compute(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, ready - next)));
}

Grid<float> MelAnalyser::finish(std::size_t totalFrames)
{
    State& s = *state_;
    return s.compute(totalFrames > s.nextFrame ? totalFrames - s.nextFrame : 0);
}

Grid<float> melSpectrogram(std::span<const float> samples, const StftParams& stft, const MelParams& mel,
                           double sampleRate, int threads)
{
    MelAnalyser analyser(stft, mel, sampleRate, threads);
    const Grid<float> inside = analyser.feed(samples);
    const std::size_t frames = centredFrameCount(samples.size(), stft.hop);
    const Grid<float> atTheEnd = analyser.finish(frames);
    Grid<float> all(frames, static_cast<std::size_t>(mel.bands));
    std::ranges::copy(inside.cells(), all.cells().begin());
    std::ranges::copy(atTheEnd.cells(), all.cells().subspan(inside.cells().size()).begin());
    return all;
}

} // namespace sonoloom
