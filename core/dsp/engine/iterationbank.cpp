// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/iterationbank.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace sonoloom
{

namespace
{

constexpr int startSteps = 5;
constexpr int sharpeningSteps = 5;

/// Bands whose centres are so many bins apart are not sharpened yet, or fully.
constexpr float unsharpened = 1.6f;
constexpr float sharpened = 2.4f;

/// Bins that a line is smeared to on either side.
constexpr int lobe = 3;

/// Half the width of a constant's ridge in bins, which lie half a window's resolution apart.
constexpr int mostUnseen = 4;

/// One band's weights by iteration bin. A padded bin's weight goes to the iteration bins around it, by a hat as wide as
/// the coarser of the two grids.
std::map<int, double> bandOnGrid(const BandRow& band, double paddedSpacing, const IterationGrid& grid)
{
    const double spacing = grid.rate / grid.fftSize;
    const double width = std::max(spacing, paddedSpacing);
    std::map<int, double> weights;
    for (std::size_t i = 0; i < band.weights.size(); ++i) {
        const double hertz = (band.first + static_cast<double>(i)) * paddedSpacing;
        const int from = std::max(0, static_cast<int>(std::ceil((hertz - width) / spacing)));
        const int to = std::min(grid.bins() - 1, static_cast<int>(std::floor((hertz + width) / spacing)));
        for (int k = from; k <= to; ++k) {
            const double hat = 1.0 - std::abs(k * spacing - hertz) / width;
            if (hat > 0.0 && band.weights[i] > 0.0f)
                weights[k] += band.weights[i] * hat * (spacing / width) * grid.scale;
        }
    }
    return weights;
}

} // namespace

IterationBank::Rows IterationBank::rowsOf(const MelAnalysis& analysis, const IterationGrid& grid)
{
    const MelFilterbank padded(analysis.mel, analysis.stft.bins(), analysis.sampleRate);
    const double paddedSpacing = analysis.sampleRate / 2.0 / std::max(1, analysis.stft.bins() - 1);
    Rows rows;
    std::vector<double> coverage(static_cast<std::size_t>(grid.bins()), 0.0);
    for (int b = 0; b < padded.bands(); ++b) {
        BandRow row;
        for (const auto& [bin, weight] : bandOnGrid(padded.band(b), paddedSpacing, grid)) {
            if (row.weights.empty())
                row.first = bin;
            row.weights.resize(static_cast<std::size_t>(bin - row.first), 0.0f);
            row.weights.push_back(static_cast<float>(weight));
            coverage[static_cast<std::size_t>(bin)] += weight;
        }
        rows.bands.push_back(std::move(row));
    }
    for (const double c : coverage)
        rows.inverseCoverage.push_back(c > 0.0 ? static_cast<float>(1.0 / c) : 0.0f);
    return rows;
}

IterationBank::IterationBank(const MelAnalysis& analysis, const IterationGrid& grid) : IterationBank(rowsOf(analysis, grid))
{
}

IterationBank::IterationBank(const Rows& rows)
    : matrix_(rows.bands, static_cast<int>(rows.inverseCoverage.size()), rows.inverseCoverage)
{
    for (const float coverage : rows.inverseCoverage)
        seen_.push_back(coverage > 0.0f);
    const auto first = std::ranges::find(seen_, true) - seen_.begin();
    lowest_ = first <= mostUnseen ? static_cast<int>(first) : 0;
    for (const BandRow& row : rows.bands) {
        double sum = 0.0;
        double moment = 0.0;
        for (std::size_t i = 0; i < row.weights.size(); ++i) {
            sum += row.weights[i];
            moment += row.weights[i] * (row.first + static_cast<double>(i));
        }
        inverseRowSum_.push_back(sum > 0.0 ? static_cast<float>(1.0 / sum) : 0.0f);
        centre_.push_back(sum > 0.0 ? static_cast<float>(moment / sum) : 0.0f);
    }
    findLineShares();
}

/// By the distance between the bands' centres around a bin.
void IterationBank::findLineShares()
{
    std::vector<float> shares(static_cast<std::size_t>(bins()), 0.0f);
    for (std::size_t b = 0; b + 1 < centre_.size(); ++b) {
        const float share = std::clamp((centre_[b + 1] - centre_[b] - unsharpened) / (sharpened - unsharpened), 0.0f, 1.0f);
        for (auto k = static_cast<std::size_t>(std::max(0.0f, centre_[b])); k < shares.size() && static_cast<float>(k) < centre_[b + 1]; ++k)
            shares[k] = share;
    }
    if (std::ranges::any_of(shares, [](float share) { return share > 0.0f; }))
        lineShare_ = std::move(shares);
}

void IterationBank::interpolateDensities(std::span<const float> mel, std::span<float> magnitudes) const
{
    int k = 0;
    float lastCentre = 0.0f;
    float lastDensity = -1.0f;
    for (int b = 0; b < bands(); ++b) {
        const auto row = static_cast<std::size_t>(b);
        if (inverseRowSum_[row] == 0.0f)
            continue;
        const float density = mel[row] * inverseRowSum_[row];
        if (lastDensity < 0.0f)
            lastDensity = density;
        const float slope = centre_[row] > lastCentre ? (density - lastDensity) / (centre_[row] - lastCentre) : 0.0f;
        for (; k < bins() && static_cast<float>(k) <= centre_[row]; ++k)
            magnitudes[static_cast<std::size_t>(k)] =
                std::max(0.0f, lastDensity + slope * (static_cast<float>(k) - lastCentre));
        lastCentre = centre_[row];
        lastDensity = density;
    }
    for (; k < bins(); ++k)
        magnitudes[static_cast<std::size_t>(k)] = std::max(0.0f, lastDensity);
    for (k = lowest_; k < bins(); ++k)
        if (!seen_[static_cast<std::size_t>(k)])
            magnitudes[static_cast<std::size_t>(k)] = 0.0f;
}

void IterationBank::startMagnitudes(std::span<const float> source, std::span<float> magnitudes) const
{
    std::ranges::fill(magnitudes, 0.0f);
    interpolateDensities(source, magnitudes);

    AlignedBuffer<float> scratch(scratchLength());
    AlignedBuffer<float> gained(matrix_.spreadLength());
    const Frame frame{source, floorFor(*std::ranges::max_element(source)), magnitudes.data(), scratch.data(), gained.data()};
    if (!lineShare_.empty())
        sharpen(frame, magnitudes);
    for (int step = 0; step < startSteps; ++step) {
        gains(frame, false);
        kernels().multiply(magnitudes.data(), gained.data(), bins());
    }
}

void IterationBank::sharpen(const Frame& frame, std::span<float> magnitudes) const
{
    const Kernels& k = kernels();
    const auto count = static_cast<std::size_t>(bins());
    const std::vector<float> densities(magnitudes.begin(), magnitudes.begin() + bins());
    // Both with room for the lobe at the ends, where there is nothing.
    std::vector<float> lines(count + 2 * lobe);
    std::vector<float> padded(count + 2 * lobe);
    std::ranges::copy(densities, lines.begin() + lobe);
    for (int step = 0; step < sharpeningSteps; ++step) {
        k.smearLines(lines.data() + lobe, magnitudes.data(), bins());
        gains(frame, false);
        std::copy_n(frame.gains, count, padded.begin() + lobe);
        k.smearLines(padded.data() + lobe, frame.gains, bins());
        k.multiply(lines.data() + lobe, frame.gains, bins());
    }
    k.smearLines(lines.data() + lobe, magnitudes.data(), bins());
    for (std::size_t i = 0; i < count; ++i)
        magnitudes[i] = densities[i] + lineShare_[i] * (magnitudes[i] - densities[i]);
}

float IterationBank::gains(const Frame& frame, bool measure) const
{
    const Kernels& k = kernels();
    k.sumBands(matrix_.sums(), frame.magnitudes, frame.scratch);
    const float distance = measure ? k.levelDistance(frame.target.data(), frame.scratch, bands()) : 0.0f;
    k.ratios(frame.target.data(), frame.scratch, frame.floor, frame.scratch, bands());
    k.spreadBands(matrix_.spread(), frame.scratch, frame.gains);
    std::fill_n(frame.gains, lowest_, frame.gains[lowest_]);
    return distance;
}

} // namespace sonoloom
