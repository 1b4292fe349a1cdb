// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/whitecorrelation.h"

#include "core/base/parallel.h"
#include "core/dsp/fft.h"
#include "core/dsp/window.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr std::size_t longestPiece = 1u << 17; // some 24 s at the low rate
constexpr std::size_t mostPieces = 6;
constexpr std::size_t mostCandidates = 9;
constexpr std::size_t finePiece = 1u << 15;
constexpr std::size_t mostFinePieces = 8;

using Spectrum = AlignedBuffer<std::complex<float>>;

double energyOf(std::span<const float> samples)
{
    double sum = 0;
    for (const float sample : samples)
        sum += static_cast<double>(sample) * sample;
    return sum;
}

/// Where the `most` loudest pieces of `length` samples begin, side by side, in the order of time; silence is none.
std::vector<std::size_t> loudestPieces(std::span<const float> samples, std::size_t length, std::size_t most)
{
    struct Piece {
        double energy;
        std::size_t begin;
    };
    std::vector<Piece> pieces;
    for (std::size_t begin = 0; length > 0 && begin + length <= samples.size(); begin += length)
        if (const double energy = energyOf(samples.subspan(begin, length)); energy > 0)
            pieces.push_back({energy, begin});
    std::ranges::stable_sort(pieces, std::greater{}, &Piece::energy);
    pieces.resize(std::min(pieces.size(), most));
    std::vector<std::size_t> begins;
    for (const Piece& piece : pieces)
        begins.push_back(piece.begin);
    std::ranges::sort(begins);
    return begins;
}

/// The spectrum of `count` samples from `begin` on, which may lie outside: zeros there and behind.
Spectrum spectrumOf(const Fft& fft, std::span<const float> samples, std::ptrdiff_t begin, std::size_t count)
{
    AlignedBuffer<float> in(static_cast<std::size_t>(fft.size()));
    const auto end = static_cast<std::ptrdiff_t>(samples.size());
    for (std::size_t i = 0; i < count; ++i)
        if (const std::ptrdiff_t at = begin + static_cast<std::ptrdiff_t>(i); at >= 0 && at < end)
            in[i] = samples[static_cast<std::size_t>(at)];
    Spectrum out(static_cast<std::size_t>(fft.bins()));
    fft.forward(in, out);
    return out;
}

/// The spectrum of a piece that fades in and out, so that its ends are nothing to be found in another one, behind
/// `before` zeros.
Spectrum fadedSpectrumOf(const Fft& fft, std::span<const float> piece, std::size_t before)
{
    std::vector<float> faded(before + piece.size());
    const auto window = hannWindow(static_cast<int>(piece.size()));
    for (std::size_t i = 0; i < piece.size(); ++i)
        faded[before + i] = window[i] * piece[i];
    return spectrumOf(fft, faded, 0, faded.size());
}

/// conj(a) b with every magnitude 1, but where there is next to nothing.
void whiten(const Spectrum& a, const Spectrum& b, Spectrum& product)
{
    double mean = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        product[k] = std::conj(a[k]) * b[k];
        mean += std::abs(product[k]);
    }
    const auto least = static_cast<float>(1e-9 * mean / static_cast<double>(a.size()));
    for (std::size_t k = 0; k < a.size(); ++k) {
        const float size = std::abs(product[k]);
        product[k] = size > least ? product[k] / size : 0.0f;
    }
}

/// The correlation of pieces of the shorter signal with the longer one, summed up by offset.
class Summed
{
public:
    Summed(std::span<const float> shorter, std::span<const float> longer)
        : shorter_(shorter), longer_(longer), length_(std::min(longestPiece, shorter.size())),
          fft_(fastFftSize(static_cast<int>(2 * length_))), offsets_(shorter.size() + longer.size())
    {
    }

    Result<void> run(int threads, JobMonitor& monitor)
    {
        const auto pieces = loudestPieces(shorter_, length_, mostPieces);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            addPiece(pieces[i], threads, monitor);
            if (monitor.cancelled())
                return cancelledError();
            monitor.progress(static_cast<double>(i + 1) / static_cast<double>(pieces.size()), "Aligning");
        }
        return {};
    }

    /// Value i is that of the offset i - shorter.size() of the longer signal.
    const std::vector<float>& offsets() const { return offsets_; }

private:
    void addPiece(std::size_t begin, int threads, JobMonitor& monitor)
    {
        const Spectrum piece = fadedSpectrumOf(fft_, shorter_.subspan(begin, length_), 0);
        const std::size_t places = static_cast<std::size_t>(fft_.size()) - length_ + 1; // of the piece in a block
        const std::size_t blocks = (longer_.size() + length_ + places - 1) / places;
        parallelFor(blocks, threads, [&](std::size_t i) {
            if (!monitor.cancelled())
                addBlock(piece, begin, static_cast<std::ptrdiff_t>(i * places) - static_cast<std::ptrdiff_t>(length_), places);
        });
    }

    /// Offsets of a block differ from those of all others, so that blocks may be added at once.
    void addBlock(const Spectrum& piece, std::size_t begin, std::ptrdiff_t blockBegin, std::size_t places)
    {
        const Spectrum block = spectrumOf(fft_, longer_, blockBegin, static_cast<std::size_t>(fft_.size()));
        Spectrum product(piece.size());
        whiten(piece, block, product);
        AlignedBuffer<float> correlation(static_cast<std::size_t>(fft_.size()));
        fft_.inverse(product, correlation);
        const float scale = 1.0f / static_cast<float>(fft_.size());
        const std::ptrdiff_t first = blockBegin - static_cast<std::ptrdiff_t>(begin) + static_cast<std::ptrdiff_t>(shorter_.size());
        for (std::size_t i = 0; i < places; ++i)
            if (const std::ptrdiff_t at = first + static_cast<std::ptrdiff_t>(i);
                at >= 0 && at < static_cast<std::ptrdiff_t>(offsets_.size()))
                offsets_[static_cast<std::size_t>(at)] += correlation[i] * scale;
    }

    std::span<const float> shorter_;
    std::span<const float> longer_;
    std::size_t length_;
    Fft fft_;
    std::vector<float> offsets_;
};

/// A high place of the correlation by offset.
struct Candidate {
    std::size_t at;
    float height;     ///< may be negative
    double agreement; ///< of the signals as they are
};

/// The highest places, at least `apart` from each other and half as high as the highest, that one first; and one more,
/// however low, to compare with.
std::vector<Candidate> highest(const std::vector<float>& values, std::size_t apart)
{
    std::vector<Candidate> found;
    std::vector<float> left(values.size());
    std::ranges::transform(values, left.begin(), [](float value) { return std::abs(value); });
    while (found.size() < mostCandidates) {
        const auto best = std::ranges::max_element(left);
        if (best == left.end() || *best == 0)
            break;
        const auto at = static_cast<std::size_t>(best - left.begin());
        found.push_back({at, values[at], 0});
        if (2 * std::abs(values[at]) < std::abs(found.front().height))
            break;
        std::fill(left.begin() + static_cast<std::ptrdiff_t>(at - std::min(at, apart - 1)),
                  left.begin() + static_cast<std::ptrdiff_t>(std::min(at + apart, left.size())), 0.0f);
    }
    return found;
}

/// |sum of products| of two signals that lie to each other by `offset`.
double agreementAt(std::span<const float> first, std::span<const float> second, std::ptrdiff_t offset)
{
    const auto begin = std::max<std::ptrdiff_t>(0, -offset);
    const auto end = std::min(static_cast<std::ptrdiff_t>(first.size()), static_cast<std::ptrdiff_t>(second.size()) - offset);
    double sum = 0;
    for (std::ptrdiff_t i = begin; i < end; ++i)
        sum += static_cast<double>(first[static_cast<std::size_t>(i)]) * second[static_cast<std::size_t>(i + offset)];
    return std::abs(sum);
}

/// Of places about as high, as in music that repeats itself, the one where the signals as they are agree best.
CorrelationPeak peakOf(const std::vector<float>& values, std::span<const float> first, std::span<const float> second,
                       std::size_t apart)
{
    auto candidates = highest(values, apart);
    CorrelationPeak peak;
    if (candidates.empty())
        return peak;
    double square = 0;
    for (const float value : values)
        square += static_cast<double>(value) * value;
    const double noise = std::sqrt(square / static_cast<double>(values.size()));
    peak.overSecond = candidates.size() > 1 ? std::abs(candidates[0].height / candidates[1].height) : 1e9;
    if (peak.overSecond < 2) {
        // White spectra of what repeats itself exactly say little of where it begins: together is the likeliest.
        candidates.push_back({first.size(), values[first.size()], 0});
        for (Candidate& candidate : candidates)
            candidate.agreement = agreementAt(first, second, static_cast<std::ptrdiff_t>(candidate.at) - static_cast<std::ptrdiff_t>(first.size()));
        std::ranges::stable_sort(candidates, std::greater{}, &Candidate::agreement);
        peak.overSecond = candidates[0].agreement / std::max(candidates[1].agreement, 1e-30);
    }
    peak.offset = static_cast<std::ptrdiff_t>(candidates[0].at) - static_cast<std::ptrdiff_t>(first.size());
    peak.inverted = candidates[0].height < 0;
    peak.overNoise = std::abs(candidates[0].height) / noise;
    return peak;
}

/// Piecewise cross-spectra of two signals that overlap by `offset`, whitened or as they are.
class Pieces
{
public:
    Pieces(std::span<const float> first, std::span<const float> second, std::ptrdiff_t offset)
        : first_(first), second_(second), offset_(offset), begin_(std::max<std::ptrdiff_t>(0, -offset)),
          overlap_(std::max<std::ptrdiff_t>(0, std::min(sizeOf(first), sizeOf(second) - offset) - begin_)),
          length_(std::min<std::size_t>(finePiece, static_cast<std::size_t>(overlap_) / 4)),
          fft_(fastFftSize(static_cast<int>(std::max<std::size_t>(2 * length_, 2)))),
          begins_(loudestPieces(first.subspan(static_cast<std::size_t>(begin_), static_cast<std::size_t>(overlap_)), length_,
                                mostFinePieces))
    {
    }

    const Fft& fft() const { return fft_; }
    std::size_t count() const { return begins_.size(); }
    std::size_t length() const { return length_; }

    /// A piece of the first signal with all of the second around its place, whitened.
    Spectrum whiteCross(std::size_t piece) const
    {
        const std::size_t around = length_ / 2;
        const Spectrum a = fadedSpectrumOf(fft_, first_.subspan(beginOf(piece), length_), around);
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(beginOf(piece)) + offset_;
        const Spectrum b = spectrumOf(fft_, second_, at - static_cast<std::ptrdiff_t>(around), 2 * length_);
        Spectrum product(a.size());
        whiten(a, b, product);
        return product;
    }

    /// The same piece of both.
    Spectrum plainCross(std::size_t piece) const
    {
        const auto at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(beginOf(piece)) + offset_);
        const Spectrum a = fadedSpectrumOf(fft_, first_.subspan(beginOf(piece), length_), 0);
        const Spectrum b = fadedSpectrumOf(fft_, second_.subspan(at, length_), 0);
        Spectrum product(a.size());
        for (std::size_t k = 0; k < a.size(); ++k)
            product[k] = std::conj(a[k]) * b[k];
        return product;
    }

private:
    std::size_t beginOf(std::size_t piece) const { return static_cast<std::size_t>(begin_) + begins_[piece]; }
    static std::ptrdiff_t sizeOf(std::span<const float> samples) { return static_cast<std::ptrdiff_t>(samples.size()); }

    std::span<const float> first_;
    std::span<const float> second_;
    std::ptrdiff_t offset_;
    std::ptrdiff_t begin_;
    std::ptrdiff_t overlap_;
    std::size_t length_;
    Fft fft_;
    std::vector<std::size_t> begins_; ///< behind begin_
};

void addTo(Spectrum& sum, const Spectrum& part)
{
    for (std::size_t k = 0; k < sum.size(); ++k)
        sum[k] += part[k];
}

/// The correlation that belongs to a cross-spectrum, heights as they are for a white one up to 1.
class Correlation
{
public:
    Correlation(const Fft& fft, Spectrum cross) : values_(static_cast<std::size_t>(fft.size())) { fft.inverse(cross, values_); }

    double heightAt(std::ptrdiff_t offset) const
    {
        const std::ptrdiff_t size = static_cast<std::ptrdiff_t>(values_.size());
        return std::abs(values_[static_cast<std::size_t>((offset + size) % size)]) / static_cast<double>(size);
    }

    /// Where within +-reach it is highest.
    std::ptrdiff_t bestWithin(std::ptrdiff_t reach) const
    {
        reach = std::min(reach, static_cast<std::ptrdiff_t>(values_.size()) / 2 - 1);
        std::ptrdiff_t best = 0;
        for (std::ptrdiff_t d = -reach; d <= reach; ++d)
            if (heightAt(d) > heightAt(best))
                best = d;
        return best;
    }

private:
    AlignedBuffer<float> values_;
};

/// The delay that the phases of a cross-spectrum show, in samples: the slope of their line, loud bins first.
double delayOf(const Spectrum& cross)
{
    std::complex<double> sum = 0;
    for (const auto& bin : cross.span())
        sum += std::complex<double>(bin);
    const float sign = sum.real() < 0 ? -1.0f : 1.0f; // of opposite polarity
    double product = 0;
    double square = 0;
    for (std::size_t k = 1; k + 1 < cross.size(); ++k) {
        const double weight = std::abs(cross[k]);
        const double omega = std::numbers::pi * static_cast<double>(k) / static_cast<double>(cross.size() - 1);
        product -= weight * omega * std::arg(sign * cross[k]);
        square += weight * omega * omega;
    }
    return square > 0 ? product / square : 0;
}

} // namespace

Result<CorrelationPeak> whiteCorrelation(std::span<const float> first, std::span<const float> second, std::size_t apart,
                                         int threads, JobMonitor& monitor)
{
    if (first.empty() || second.empty())
        return CorrelationPeak{};
    const bool swapped = first.size() > second.size();
    const auto shorter = swapped ? second : first;
    Summed summed(shorter, swapped ? first : second);
    if (auto done = summed.run(threads, monitor); !done)
        return done.error();
    CorrelationPeak peak = peakOf(summed.offsets(), shorter, swapped ? first : second, apart);
    if (swapped)
        peak.offset = -peak.offset;
    return peak;
}

Result<FineOffset> refinedOffset(std::span<const float> first, std::span<const float> second, std::ptrdiff_t offset,
                                 std::size_t reach, JobMonitor& monitor)
{
    const Pieces pieces(first, second, offset);
    FineOffset fine{offset, 0, 0, 0};
    if (pieces.count() == 0)
        return fine;
    const auto range = static_cast<std::ptrdiff_t>(reach);
    Spectrum sum(static_cast<std::size_t>(pieces.fft().bins()));
    std::vector<Correlation> correlations;
    for (std::size_t i = 0; i < pieces.count(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        Spectrum cross = pieces.whiteCross(i);
        addTo(sum, cross);
        correlations.emplace_back(pieces.fft(), std::move(cross));
    }
    const std::ptrdiff_t best = Correlation(pieces.fft(), std::move(sum)).bestWithin(range);
    fine.offset = offset + best;
    for (const Correlation& correlation : correlations) {
        fine.votes += std::abs(correlation.bestWithin(range) - best) <= 1 ? 1 : 0;
        fine.likeness += correlation.heightAt(best) * std::sqrt(static_cast<double>(pieces.length()) / finePiece);
    }
    fine.votes /= static_cast<double>(correlations.size());
    fine.likeness /= static_cast<double>(correlations.size());
    const Pieces exact(first, second, fine.offset);
    Spectrum plain(static_cast<std::size_t>(exact.fft().bins()));
    for (std::size_t i = 0; i < exact.count(); ++i)
        addTo(plain, exact.plainCross(i));
    fine.fraction = std::clamp(delayOf(plain), -0.5, 0.5);
    return fine;
}

} // namespace sonoloom
