// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/peerinversion.h"

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/dsp/engine/iterationgrid.h"
#include "core/dsp/engine/magnitudes.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <mutex>
#include <numbers>

namespace sonoloom
{

namespace
{

using Spectrum = std::complex<float>;

constexpr std::size_t pieceColumns = 512;
constexpr std::size_t overlapColumns = 40;
constexpr float leastAngle = 1e-16f;      // torchaudio's guard against division by zero
constexpr double leastPivot = 1e-9;       // of the largest weight squared

double dot(const BandRow& a, const BandRow& b)
{
    const int first = std::max(a.first, b.first);
    const int end = std::min(a.first + static_cast<int>(a.weights.size()), b.first + static_cast<int>(b.weights.size()));
    double sum = 0;
    for (int k = first; k < end; ++k)
        sum += static_cast<double>(a.weights[static_cast<std::size_t>(k - a.first)]) *
               b.weights[static_cast<std::size_t>(k - b.first)];
    return sum;
}

Grid<Spectrum> startPhases(const Grid<float>& magnitudes, const std::optional<std::uint64_t>& seed)
{
    Grid<Spectrum> phases(magnitudes.rows(), magnitudes.columns(), Spectrum(1, 0));
    if (seed) {
        Random random(*seed);
        for (Spectrum& phase : phases.cells()) {
            const auto real = static_cast<float>(random.uniform());
            phase = {real, static_cast<float>(random.uniform())};
        }
    }
    return phases;
}

/// phases = rebuilt - momentum * before, to length 1; before = rebuilt.
void turnPhases(Grid<Spectrum>& phases, Grid<Spectrum>& before, const Grid<Spectrum>& rebuilt, float momentum)
{
    const auto now = rebuilt.cells();
    const auto last = before.cells();
    const auto out = phases.cells();
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Spectrum turned = now[i] - momentum * last[i];
        const float length = std::hypot(turned.real(), turned.imag());
        out[i] = turned / (length + leastAngle);
        last[i] = now[i];
    }
}

std::vector<float> withPhases(const Grid<float>& magnitudes, const Grid<Spectrum>& phases, const StftParams& stft,
                              std::size_t length)
{
    Grid<Spectrum> frames(magnitudes.rows(), magnitudes.columns());
    for (std::size_t i = 0; i < frames.cells().size(); ++i)
        frames.cells()[i] = magnitudes.cells()[i] * phases.cells()[i];
    return inverseStft(frames, stft, length);
}

/// One stretch of columns of one channel, on its way to sound.
struct Piece {
    std::size_t channel = 0;
    std::size_t first = 0;   ///< column
    std::size_t columns = 0;
    std::size_t length = 0;  ///< samples, from the centre of column `first`
    std::vector<float> sound;
};

std::vector<Piece> piecesOf(std::size_t columns, std::size_t channels, std::size_t samples, std::size_t hop)
{
    std::vector<Piece> pieces;
    for (std::size_t c = 0; c < channels; ++c)
        for (std::size_t first = 0;; first += pieceColumns) {
            const bool last = columns - first <= pieceColumns + overlapColumns;
            const std::size_t count = last ? columns - first : pieceColumns + overlapColumns;
            const std::size_t left = samples - std::min(samples, first * hop);
            pieces.push_back({c, first, count, last ? left : std::min(left, (count - 1) * hop), {}});
            if (last)
                break;
        }
    return pieces;
}

/// Adds a piece to the channel; where the one before it reaches into it, both are faded at equal power, because their
/// phases have nothing to do with each other.
void join(std::vector<float>& channel, const Piece& piece, std::size_t hop)
{
    const std::size_t start = piece.first * hop;
    const std::size_t fade = piece.first == 0 ? 0 : (overlapColumns - 1) * hop;
    for (std::size_t i = 0; i < piece.sound.size(); ++i) {
        float& sample = channel[start + i];
        if (i >= fade) {
            sample = piece.sound[i];
            continue;
        }
        const double angle = 0.5 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(fade);
        sample = static_cast<float>(sample * std::cos(angle) + piece.sound[i] * std::sin(angle));
    }
}

/// Reports pieces as they are finished, from any thread.
class PieceMonitor final : public JobMonitor
{
public:
    PieceMonitor(JobMonitor& parent, std::size_t pieces) : parent_(parent), pieces_(static_cast<double>(pieces)) {}

    bool cancelled() const override { return parent_.cancelled(); }
    void progress(double, std::string_view) override {}
    void notice(std::string_view sentence) override { parent_.notice(sentence); }
    /// A round of one piece is done.
    void advance(int rounds)
    {
        const std::lock_guard lock(mutex_);
        parent_.progress(++done_ / (pieces_ * rounds), "Finding phase");
    }

private:
    JobMonitor& parent_;
    double pieces_;
    std::mutex mutex_;
    double done_ = 0;
};

Result<std::vector<float>> iterate(const Grid<float>& magnitudes, const StftParams& stft, const GriffinLimParams& params,
                                   std::size_t length, int threads, JobMonitor& monitor,
                                   const std::function<void()>& roundDone)
{
    const auto momentum = static_cast<float>(params.momentum / (1 + params.momentum));
    const std::size_t between = (magnitudes.rows() - 1) * static_cast<std::size_t>(stft.hop);
    Grid<Spectrum> phases = startPhases(magnitudes, params.seed);
    Grid<Spectrum> before(magnitudes.rows(), magnitudes.columns());
    for (int i = 0; i < params.iterations && between > 0; ++i) {
        const auto sound = withPhases(magnitudes, phases, stft, between);
        const auto rebuilt = stftFrames(sound, stft, 0, magnitudes.rows(), threads, monitor);
        if (!rebuilt)
            return rebuilt.error();
        turnPhases(phases, before, rebuilt.value(), momentum);
        roundDone();
    }
    return withPhases(magnitudes, phases, stft, length);
}

/// Linear magnitudes [frames x bins] of one channel's source columns.
using ToLinear = std::function<Grid<float>(Grid<float> source)>;

Result<Audio> inPieces(MagnitudeSource& source, const LinearAnalysis& analysis, const ToLinear& toLinear, std::size_t samples,
                       const GriffinLimParams& params, int threads, JobMonitor& monitor)
{
    if (auto fits = checkAnalysis(analysis); !fits)
        return fits.error();
    const auto hop = static_cast<std::size_t>(analysis.stft.hop);
    const auto channels = static_cast<std::size_t>(source.channelCount());
    std::vector<Piece> pieces = piecesOf(source.columns(), channels, samples, hop);
    std::vector<std::optional<Error>> errors(pieces.size());
    PieceMonitor piecewise(monitor, pieces.size());
    std::mutex reading;
    const int innerThreads = pieces.size() == 1 ? threads : 1;

    parallelFor(pieces.size(), threads, [&](std::size_t p) {
        Piece& piece = pieces[p];
        std::unique_lock lock(reading);
        auto columns = source.read(piece.first, piece.columns);
        lock.unlock();
        if (!columns || monitor.cancelled()) {
            errors[p] = columns ? cancelledError() : columns.error();
            return;
        }
        makeSound((*columns)[piece.channel]);
        const Grid<float> magnitudes = toLinear(std::move((*columns)[piece.channel]));
        auto sound = iterate(magnitudes, analysis.stft, params, piece.length, innerThreads, piecewise,
                             [&] { piecewise.advance(params.iterations); });
        if (sound)
            piece.sound = std::move(*sound);
        else
            errors[p] = sound.error();
    });
    for (const auto& error : errors)
        if (error)
            return *error;
    Audio audio = Audio::silence(analysis.sampleRate, channels, samples);
    for (const Piece& piece : pieces)
        join(audio.channels[piece.channel], piece, hop);
    return audio;
}

} // namespace

LeastSquaresInverse::LeastSquaresInverse(const MelFilterbank& bank) : bank_(bank)
{
    const auto bands = static_cast<std::size_t>(bank.bands());
    pivots_.assign(bands, 0);
    below_.assign(bands, 0);
    for (std::size_t b = 0; b < bands; ++b) {
        const auto& band = bank.band(static_cast<int>(b));
        const double own = dot(band, band);
        double pivot = own;
        if (b > 0 && pivots_[b - 1] > 0) {
            const double neighbours = dot(bank.band(static_cast<int>(b) - 1), band);
            below_[b] = neighbours / pivots_[b - 1];
            pivot -= below_[b] * neighbours;
        }
        pivots_[b] = pivot > leastPivot * own ? pivot : 0;
    }
}

void LeastSquaresInverse::apply(std::span<const float> mel, std::span<float> magnitudes) const
{
    std::vector<double> z(mel.size());
    for (std::size_t b = 0; b < z.size(); ++b)
        z[b] = pivots_[b] > 0 ? mel[b] - (b > 0 ? below_[b] * z[b - 1] : 0.0) : 0.0;
    for (std::size_t b = z.size(); b-- > 0;) {
        z[b] = pivots_[b] > 0 ? z[b] / pivots_[b] : 0.0;
        if (b + 1 < z.size() && pivots_[b] > 0)
            z[b] -= below_[b + 1] * z[b + 1];
    }
    std::vector<double> sums(magnitudes.size(), 0.0);
    for (std::size_t b = 0; b < z.size(); ++b) {
        const auto& band = bank_.band(static_cast<int>(b));
        for (std::size_t i = 0; i < band.weights.size(); ++i)
            sums[static_cast<std::size_t>(band.first) + i] += z[b] * band.weights[i];
    }
    std::ranges::transform(sums, magnitudes.begin(), [](double x) { return static_cast<float>(std::max(0.0, x)); });
}

Result<std::vector<float>> griffinLim(const Grid<float>& magnitudes, const StftParams& stft,
                                      const GriffinLimParams& params, std::size_t length, int threads,
                                      JobMonitor& monitor)
{
    return iterate(magnitudes, stft, params, length, threads, monitor, [] {});
}

Result<Audio> reconstructAsPeer(MagnitudeSource& source, const MelAnalysis& analysis, std::size_t samples,
                                const GriffinLimParams& params, int threads, JobMonitor& monitor)
{
    if (auto fits = checkAnalysis(analysis); !fits)
        return fits.error();
    const MelFilterbank bank(analysis.mel, analysis.stft.bins(), analysis.sampleRate);
    const LeastSquaresInverse inverse(bank);
    const auto toLinear = [&](const Grid<float>& mel) {
        Grid<float> magnitudes(mel.rows(), static_cast<std::size_t>(analysis.stft.bins()));
        for (std::size_t f = 0; f < mel.rows(); ++f)
            inverse.apply(mel.row(f), magnitudes.row(f));
        return magnitudes;
    };
    return inPieces(source, {analysis.stft, analysis.sampleRate}, toLinear, samples, params, threads, monitor);
}

Result<Audio> reconstructAsPeer(MagnitudeSource& source, const LinearAnalysis& analysis, std::size_t samples,
                                const GriffinLimParams& params, int threads, JobMonitor& monitor)
{
    return inPieces(source, analysis, [](Grid<float> bins) { return bins; }, samples, params, threads, monitor);
}

} // namespace sonoloom
