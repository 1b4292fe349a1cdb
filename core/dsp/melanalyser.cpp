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

/// A filterbank over the bins that it touches only: firstBin .. firstBin + matrix.columns() - 1.
struct UsedBank {
    int firstBin = 0;
    BandMatrix matrix;

    explicit UsedBank(const MelFilterbank& bank) : firstBin(firstUsed(bank)), matrix(matrixOf(bank, firstBin)) {}

private:
    static int firstUsed(const MelFilterbank& bank)
    {
        int first = bank.bins();
        for (const BandRow& row : bank.rows())
            if (!row.weights.empty())
                first = std::min(first, row.first);
        return first == bank.bins() ? 0 : first;
    }
    static BandMatrix matrixOf(const MelFilterbank& bank, int firstBin)
    {
        std::vector<BandRow> rows(bank.rows().begin(), bank.rows().end());
        int end = firstBin;
        for (BandRow& row : rows) {
            if (row.weights.empty())
                continue;
            end = std::max(end, row.first + static_cast<int>(row.weights.size()));
            row.first -= firstBin;
        }
        return BandMatrix(rows, end - firstBin);
    }
};

} // namespace

struct MelAnalyser::State {
    StftParams stft;
    int threads;
    std::vector<float> window;
    Fft fft;
    UsedBank bank;
    int bands;

    std::vector<float> held;       ///< samples heldFirst .. fed - 1
    std::ptrdiff_t heldFirst = 0;
    std::ptrdiff_t fed = 0;
    std::size_t nextFrame = 0;

    State(const StftParams& stft_, const MelParams& mel, double sampleRate, int threads_)
        : stft(stft_), threads(threads_), window(hannWindow(stft_.window)), fft(stft_.fftSize),
          bank(MelFilterbank(mel, stft_.bins(), sampleRate)), bands(mel.bands)
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
            AlignedBuffer<float> magnitudes(static_cast<std::size_t>(bank.matrix.columns() + kernelLanes));
            AlignedBuffer<float> sums(bank.matrix.sumsLength());
            const auto windowed =
                frame.span().subspan(static_cast<std::size_t>((stft.fftSize - stft.window) / 2), window.size());
            for (std::size_t f = group * framesAtOnce; f < std::min(count, (group + 1) * framesAtOnce); ++f) {
                if (!hasSound(nextFrame + f))
                    continue;
                gather(nextFrame + f, windowed);
                kernels().multiply(windowed.data(), window.data(), stft.window);
                fft.forward(frame, spectrum);
                kernels().magnitudes(reinterpret_cast<const float*>(spectrum.data() + bank.firstBin), magnitudes.data(),
                                     bank.matrix.columns());
                kernels().sumBands(bank.matrix.sums(), magnitudes.data(), sums.data());
                std::copy_n(sums.data(), bands, mel.row(f).begin());
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
