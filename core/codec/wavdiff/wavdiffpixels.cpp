// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/wavdiffpixels.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

namespace sonoloom
{

namespace
{

using Complex = std::complex<float>;

constexpr double loudest = 1000.0; ///< |X| of the greatest red
constexpr double rangeDb = 100.0;
constexpr float leastLength = 1e-4f; ///< of a vector whose reciprocal is taken
constexpr std::size_t columnsAtOnce = 32;

using Pixel = std::array<std::uint16_t, 3>;

/// 20 log10(|x| / 1000) as a fraction of the range: 0 at -100 dB, 1 at 0 dB.
double levelOf(double magnitude)
{
    return (20.0 * std::log10(std::max(1e-30, magnitude) / loudest) + rangeDb) / rangeDb;
}

double magnitudeOf(double level)
{
    return loudest * std::pow(10.0, (level - 1.0) * rangeDb / 20.0);
}

/// Between numbers and pixels of one depth.
class Coder
{
public:
    explicit Coder(const WavdiffCode& code)
        : pixels_(code.pixels), greatest_(code.depth == 16 ? 65535.0f : 255.0f), middle_(code.depth == 16 ? 32768.0f : 128.0f),
          onlyMagnitudes_(code.onlyMagnitudes), floorLevel_(code.pixels == WavdiffPixels::Peer ? (code.floorDb + rangeDb) / rangeDb : 0.0)
    {
        for (double red = 0; red <= greatest_; ++red)
            magnitudes_.push_back(static_cast<float>(magnitudeOf(red / greatest_)));
    }

    Pixel pixelOf(Complex x) const { return pixels_ == WavdiffPixels::Exact ? exactPixel(x) : directedPixel(x); }
    Complex numberOf(const Pixel& pixel) const
    {
        if (onlyMagnitudes_)
            return magnitudes_[pixel[0]];
        return pixels_ == WavdiffPixels::Exact ? exactNumber(pixel) : directedNumber(pixel);
    }

private:
    float radius() const { return middle_ - 1.0f; }

    /// Exact's green and blue keep a value for zero.
    std::uint16_t exactPart(float part) const { return rounded(middle_ + radius() * part); }

    /// No number becomes 0.
    std::uint16_t rounded(double value) const
    {
        return value > 0.0 ? static_cast<std::uint16_t>(std::nearbyint(std::min<double>(value, greatest_))) : std::uint16_t{0};
    }

    Pixel exactPixel(Complex x) const
    {
        const float magnitude = std::abs(x);
        const std::uint16_t red = rounded(std::ceil(levelOf(magnitude) * greatest_));
        const float gain = magnitudes_[red];
        const Complex vector = magnitude > gain ? x * (gain / magnitude / magnitude) : x / gain;
        return {red, exactPart(vector.real()), exactPart(vector.imag())};
    }

    Complex exactNumber(const Pixel& pixel) const
    {
        const Complex vector((static_cast<float>(pixel[1]) - middle_) / radius(), (static_cast<float>(pixel[2]) - middle_) / radius());
        const float gain = magnitudes_[pixel[0]];
        if (static_cast<float>(pixel[0]) < greatest_)
            return gain * vector;
        const float length = std::max(leastLength, std::abs(vector));
        return gain / (length * length) * vector;
    }

    Pixel directedPixel(Complex x) const
    {
        const double magnitude = std::abs(x);
        // The peer's angle of zero is zero.
        const double cosine = magnitude > 0 ? x.real() / magnitude : 1.0;
        const double sine = magnitude > 0 ? x.imag() / magnitude : 0.0;
        const auto whole = [this](double fraction) {
            return rounded(pixels_ == WavdiffPixels::Peer ? std::floor(fraction * greatest_) : fraction * greatest_);
        };
        return {whole(std::max(levelOf(magnitude), floorLevel_)), whole((cosine + 1.0) / 2.0), whole((sine + 1.0) / 2.0)};
    }

    Complex directedNumber(const Pixel& pixel) const
    {
        const Complex vector(static_cast<float>(pixel[1]) / greatest_ * 2.0f - 1.0f,
                             static_cast<float>(pixel[2]) / greatest_ * 2.0f - 1.0f);
        return magnitudes_[pixel[0]] / (std::abs(vector) + 1e-6f) * vector;
    }

    WavdiffPixels pixels_;
    float greatest_;
    float middle_;
    bool onlyMagnitudes_;
    double floorLevel_;
    std::vector<float> magnitudes_; // of each red
};

/// The number of row `row` (0 lowest): both real ends in one where the grid is folded.
Complex cellOf(std::span<const Complex> bins, std::size_t row, bool folded)
{
    return row == 0 && folded ? Complex(bins.front().real(), bins.back().real()) : bins[row];
}

void forColumns(std::size_t columns, int threads, const std::function<void(std::size_t, std::size_t)>& work)
{
    parallelFor((columns + columnsAtOnce - 1) / columnsAtOnce, threads, [&](std::size_t group) {
        work(group * columnsAtOnce, std::min(columns, (group + 1) * columnsAtOnce));
    });
}

void put(Image& image, std::size_t column, std::size_t row, const Pixel& pixel)
{
    for (int c = 0; c < 3; ++c)
        image.at(static_cast<int>(column), image.height - 1 - static_cast<int>(row), c) = pixel[static_cast<std::size_t>(c)];
}

/// A pixel of an image of that depth at the depth that it is read for.
Pixel get(const Image& image, std::size_t column, std::size_t row, int depth)
{
    Pixel pixel{};
    for (int c = 0; c < 3; ++c) {
        const int value = image.at(static_cast<int>(column), image.height - 1 - static_cast<int>(row), c);
        const int deep = image.depth == 16 ? value : value * 257;
        pixel[static_cast<std::size_t>(c)] = static_cast<std::uint16_t>(depth == 16 ? deep : (deep + 128) / 257);
    }
    return pixel;
}

} // namespace

Image drawnCells(const Grid<Complex>& frames, const WavdiffCode& code, int threads, const JobMonitor& monitor)
{
    const WavdiffGrid& grid = code.grid;
    Image image(grid.columns, grid.rows, 3, code.depth);
    const auto rows = static_cast<std::size_t>(grid.rows);
    const Coder coder(code);
    const Pixel silence = coder.pixelOf({});
    forColumns(static_cast<std::size_t>(grid.columns), threads, [&](std::size_t first, std::size_t end) {
        for (std::size_t row = 0; row < rows && !monitor.cancelled(); ++row)
            for (std::size_t x = first; x < end; ++x) {
                const bool sounds = x < frames.rows();
                put(image, x, row,
                    sounds ? coder.pixelOf(cellOf(frames.row(x), row, grid.folded()) * grid.toPeerScale()) : silence);
            }
    });
    return image;
}

Grid<Complex> framesOfCells(const Image& image, std::size_t columns, const WavdiffCode& code, int threads,
                            const JobMonitor& monitor)
{
    const WavdiffGrid& grid = code.grid;
    Grid<Complex> frames(columns, static_cast<std::size_t>(grid.stft.bins()));
    const auto rows = static_cast<std::size_t>(grid.rows);
    const Coder coder(code);
    const float back = 1.0f / grid.toPeerScale();
    forColumns(columns, threads, [&](std::size_t first, std::size_t end) {
        for (std::size_t row = 0; row < rows && !monitor.cancelled(); ++row)
            for (std::size_t x = first; x < end; ++x)
                frames(x, row) = back * coder.numberOf(get(image, x, row, code.depth));
        for (std::size_t x = first; x < end && grid.folded(); ++x) {
            const Complex ends = frames(x, 0);
            frames(x, 0) = ends.real();
            frames(x, rows) = ends.imag();
        }
    });
    return frames;
}

} // namespace sonoloom
