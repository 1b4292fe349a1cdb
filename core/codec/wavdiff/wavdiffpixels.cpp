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

constexpr float greatestPixel = 65535.0f;
constexpr float middle = 32768.0f; ///< of green and blue in Exact: zero is a pixel value
constexpr float radius = 32767.0f;
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

/// |X| of each value of red.
const std::vector<float>& magnitudeTable()
{
    static const std::vector<float> table = [] {
        std::vector<float> values(65536);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<float>(magnitudeOf(static_cast<double>(i) / greatestPixel));
        return values;
    }();
    return table;
}

std::uint16_t exactPart(float part)
{
    return static_cast<std::uint16_t>(std::nearbyint(std::clamp(middle + radius * part, 1.0f, greatestPixel)));
}

Pixel exactPixel(Complex x)
{
    const float magnitude = std::abs(x);
    const double level = std::ceil(std::clamp(levelOf(magnitude), 0.0, 1.0) * greatestPixel);
    const auto red = static_cast<std::uint16_t>(level);
    const float gain = magnitudeTable()[red];
    const Complex vector = magnitude > gain ? x * (gain / magnitude / magnitude) : x / gain;
    return {red, exactPart(vector.real()), exactPart(vector.imag())};
}

Complex exactNumber(const Pixel& pixel)
{
    const Complex vector((static_cast<float>(pixel[1]) - middle) / radius, (static_cast<float>(pixel[2]) - middle) / radius);
    const float gain = magnitudeTable()[pixel[0]];
    if (pixel[0] < 65535)
        return gain * vector;
    const float length = std::max(leastLength, std::abs(vector));
    return gain / (length * length) * vector;
}

Pixel directedPixel(Complex x, bool cutOff, double floorLevel)
{
    const double magnitude = std::abs(x);
    const double level = std::clamp(std::max(levelOf(magnitude), floorLevel), 0.0, 1.0) * greatestPixel;
    // The peer's angle of zero is zero.
    const double cosine = magnitude > 0 ? x.real() / magnitude : 1.0;
    const double sine = magnitude > 0 ? x.imag() / magnitude : 0.0;
    const auto whole = [cutOff](double value) {
        return static_cast<std::uint16_t>(cutOff ? std::floor(value) : std::nearbyint(value));
    };
    return {whole(level), whole((cosine + 1.0) / 2.0 * greatestPixel), whole((sine + 1.0) / 2.0 * greatestPixel)};
}

Complex directedNumber(const Pixel& pixel)
{
    const Complex vector(static_cast<float>(pixel[1]) / greatestPixel * 2.0f - 1.0f,
                         static_cast<float>(pixel[2]) / greatestPixel * 2.0f - 1.0f);
    return magnitudeTable()[pixel[0]] / (std::abs(vector) + 1e-6f) * vector;
}

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

Pixel get(const Image& image, std::size_t column, std::size_t row, int scale)
{
    Pixel pixel{};
    for (int c = 0; c < 3; ++c)
        pixel[static_cast<std::size_t>(c)] = static_cast<std::uint16_t>(
            image.at(static_cast<int>(column), image.height - 1 - static_cast<int>(row), c) * scale);
    return pixel;
}

} // namespace

Image drawnCells(const Grid<Complex>& frames, const WavdiffGrid& grid, WavdiffPixels rule, double floorDb, int threads)
{
    Image image(grid.columns, grid.rows, 3, 16);
    const auto rows = static_cast<std::size_t>(grid.rows);
    const double floorLevel = rule == WavdiffPixels::Peer ? (floorDb + rangeDb) / rangeDb : 0.0;
    const auto pixelOf = [&](Complex x) {
        return rule == WavdiffPixels::Exact ? exactPixel(x) : directedPixel(x, rule == WavdiffPixels::Peer, floorLevel);
    };
    const Pixel silence = pixelOf({});
    forColumns(static_cast<std::size_t>(grid.columns), threads, [&](std::size_t first, std::size_t end) {
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t x = first; x < end; ++x) {
                const bool sounds = x < frames.rows();
                put(image, x, row,
                    sounds ? pixelOf(cellOf(frames.row(x), row, grid.folded()) * grid.toPeerScale()) : silence);
            }
    });
    return image;
}

Grid<Complex> framesOfCells(const Image& image, std::size_t columns, const WavdiffGrid& grid, WavdiffPixels rule,
                            int threads)
{
    Grid<Complex> frames(columns, static_cast<std::size_t>(grid.stft.bins()));
    const auto rows = static_cast<std::size_t>(grid.rows);
    const int scale = image.depth == 16 ? 1 : 257;
    const float back = 1.0f / grid.toPeerScale();
    forColumns(columns, threads, [&](std::size_t first, std::size_t end) {
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t x = first; x < end; ++x) {
                const Pixel pixel = get(image, x, row, scale);
                frames(x, row) = back * (rule == WavdiffPixels::Exact ? exactNumber(pixel) : directedNumber(pixel));
            }
        for (std::size_t x = first; x < end && grid.folded(); ++x) {
            const Complex ends = frames(x, 0);
            frames(x, 0) = ends.real();
            frames(x, rows) = ends.imag();
        }
    });
    return frames;
}

} // namespace sonoloom
