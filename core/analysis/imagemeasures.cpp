// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/imagemeasures.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr int windowSide = 11;
constexpr double sigma = 1.5;
constexpr int rowsAtOnce = 16;

std::array<double, windowSide> gaussian()
{
    std::array<double, windowSide> weights{};
    double sum = 0;
    for (int i = 0; i < windowSide; ++i) {
        const double d = i - windowSide / 2;
        weights[static_cast<std::size_t>(i)] = std::exp(-d * d / (2 * sigma * sigma));
        sum += weights[static_cast<std::size_t>(i)];
    }
    for (double& weight : weights)
        weight /= sum;
    return weights;
}

double luminance(const Image& image, int x, int y)
{
    if (image.channels == 1)
        return image.at(x, y);
    return 0.299 * image.at(x, y, 0) + 0.587 * image.at(x, y, 1) + 0.114 * image.at(x, y, 2);
}

/// Means within the window: of a, b, their squares and their product.
enum Mean { OfA, OfB, OfAA, OfBB, OfAB, meanCount };
using Means = std::array<double, meanCount>;

/// Some rows of places of the window, each weighted along its rows first.
class Band
{
public:
    Band(const Image& a, const Image& b, int firstRow, int rows)
        : a_(a), b_(b), places_(a.width - windowSide + 1), rows_(rows),
          across_(static_cast<std::size_t>((rows + windowSide - 1) * places_))
    {
        for (int y = 0; y < rows + windowSide - 1; ++y)
            weighRow(firstRow + y, &across_[static_cast<std::size_t>(y * places_)]);
    }

    /// Sum of the similarity over all places of the band.
    double similarity() const
    {
        const double top = a_.maxValue();
        const double c1 = 0.01 * top * 0.01 * top;
        const double c2 = 0.03 * top * 0.03 * top;
        double sum = 0;
        for (int y = 0; y < rows_; ++y)
            for (int x = 0; x < places_; ++x) {
                const Means m = down(x, y);
                const double ab = m[OfA] * m[OfB];
                const double squares = m[OfA] * m[OfA] + m[OfB] * m[OfB];
                sum += (2 * ab + c1) * (2 * (m[OfAB] - ab) + c2) /
                       ((squares + c1) * (m[OfAA] + m[OfBB] - squares + c2));
            }
        return sum;
    }

private:
    void weighRow(int y, Means* out) const
    {
        std::vector<double> a(static_cast<std::size_t>(a_.width));
        std::vector<double> b(a.size());
        for (int x = 0; x < a_.width; ++x) {
            a[static_cast<std::size_t>(x)] = luminance(a_, x, y);
            b[static_cast<std::size_t>(x)] = luminance(b_, x, y);
        }
        for (std::size_t x = 0; x < static_cast<std::size_t>(places_); ++x) {
            Means sums{};
            for (std::size_t k = 0; k < windowSide; ++k) {
                const double weighedA = weights_[k] * a[x + k];
                const double weighedB = weights_[k] * b[x + k];
                sums[OfA] += weighedA;
                sums[OfB] += weighedB;
                sums[OfAA] += weighedA * a[x + k];
                sums[OfBB] += weighedB * b[x + k];
                sums[OfAB] += weighedA * b[x + k];
            }
            out[x] = sums;
        }
    }

    Means down(int x, int y) const
    {
        Means sums{};
        for (int k = 0; k < windowSide; ++k)
            for (std::size_t m = 0; m < meanCount; ++m)
                sums[m] += weights_[static_cast<std::size_t>(k)] * across_[static_cast<std::size_t>((y + k) * places_ + x)][m];
        return sums;
    }

    const Image& a_;
    const Image& b_;
    int places_; ///< of the window in a row
    int rows_;
    std::vector<Means> across_;
    std::array<double, windowSide> weights_ = gaussian();
};

} // namespace

double imagePsnrDb(const Image& a, const Image& b, int threads)
{
    assert(a.samples.size() == b.samples.size() && a.depth == b.depth);
    const auto rows = static_cast<std::size_t>(a.height);
    const std::size_t inRow = rows > 0 ? a.samples.size() / rows : 0;
    std::vector<std::uint64_t> sums(rows);
    parallelFor(rows, threads, [&](std::size_t y) {
        for (std::size_t i = y * inRow; i < (y + 1) * inRow; ++i) {
            const std::int64_t d = std::int64_t{a.samples[i]} - b.samples[i];
            sums[y] += static_cast<std::uint64_t>(d * d);
        }
    });
    double sum = 0;
    for (const std::uint64_t row : sums)
        sum += static_cast<double>(row);
    if (sum == 0)
        return equalImagesPsnrDb;
    return 20 * std::log10(a.maxValue() / std::sqrt(sum / static_cast<double>(a.samples.size())));
}

Result<std::optional<double>> imageSimilarity(const Image& a, const Image& b, int threads, JobMonitor& monitor)
{
    assert(a.width == b.width && a.height == b.height && a.depth == b.depth);
    const int places = a.width - windowSide + 1;
    const int rows = a.height - windowSide + 1;
    if (places < 1 || rows < 1)
        return std::optional<double>();
    const auto bands = static_cast<std::size_t>((rows + rowsAtOnce - 1) / rowsAtOnce);
    std::vector<double> sums(bands);
    parallelFor(bands, threads, [&](std::size_t i) {
        if (monitor.cancelled())
            return;
        const int first = static_cast<int>(i) * rowsAtOnce;
        sums[i] = Band(a, b, first, std::min(rowsAtOnce, rows - first)).similarity();
    });
    if (monitor.cancelled())
        return cancelledError();
    double sum = 0;
    for (const double band : sums)
        sum += band;
    return std::optional(sum / (static_cast<double>(places) * rows));
}

} // namespace sonoloom
