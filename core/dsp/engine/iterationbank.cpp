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

/// One band's weights by iteration bin. A padded bin's weight goes to the iteration bins around it, by a hat as wide as
/// the coarser of the two grids.
std::map<int, double> bandOnGrid(const MelFilterbank::Band& band, double paddedSpacing, const IterationGrid& grid)
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

IterationBank::IterationBank(const MelAnalysis& analysis, const IterationGrid& grid) : bins_(grid.bins())
{
    const MelFilterbank padded(analysis.mel, analysis.stft.bins(), analysis.sampleRate);
    const double paddedSpacing = analysis.sampleRate / 2.0 / std::max(1, analysis.stft.bins() - 1);

    std::vector<float> weights;
    std::vector<double> coverage(static_cast<std::size_t>(bins_), 0.0);
    for (int b = 0; b < padded.bands(); ++b) {
        const auto row = bandOnGrid(padded.band(b), paddedSpacing, grid);
        const int first = row.empty() ? 0 : row.begin()->first;
        const int count = row.empty() ? 0 : row.rbegin()->first - first + 1;
        first_.push_back(first);
        begin_.push_back(static_cast<int>(weights.size()));
        weights.resize(weights.size() + static_cast<std::size_t>((count + kernelLanes - 1) / kernelLanes * kernelLanes));
        double sum = 0.0;
        double moment = 0.0;
        for (const auto& [bin, weight] : row) {
            weights[static_cast<std::size_t>(begin_.back() + bin - first)] = static_cast<float>(weight);
            coverage[static_cast<std::size_t>(bin)] += weight;
            sum += weight;
            moment += weight * bin;
        }
        inverseRowSum_.push_back(sum > 0.0 ? static_cast<float>(1.0 / sum) : 0.0f);
        centre_.push_back(sum > 0.0 ? static_cast<float>(moment / sum) : 0.0f);
    }
    begin_.push_back(static_cast<int>(weights.size()));

    weights_ = AlignedBuffer<float>(weights.size());
    std::copy(weights.begin(), weights.end(), weights_.data());
    for (const double c : coverage)
        inverseCoverage_.push_back(c > 0.0 ? static_cast<float>(1.0 / c) : 0.0f);
    rows_ = {padded.bands(), first_.data(), begin_.data(), weights_.data()};
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
        for (; k < bins_ && static_cast<float>(k) <= centre_[row]; ++k)
            magnitudes[static_cast<std::size_t>(k)] =
                std::max(0.0f, lastDensity + slope * (static_cast<float>(k) - lastCentre));
        lastCentre = centre_[row];
        lastDensity = density;
    }
    for (; k < bins_; ++k)
        magnitudes[static_cast<std::size_t>(k)] = std::max(0.0f, lastDensity);
    for (k = 0; k < bins_; ++k)
        if (inverseCoverage_[static_cast<std::size_t>(k)] == 0.0f)
            magnitudes[static_cast<std::size_t>(k)] = 0.0f;
}

void IterationBank::startMagnitudes(std::span<const float> mel, std::span<float> magnitudes) const
{
    std::fill(magnitudes.begin(), magnitudes.end(), 0.0f);
    interpolateDensities(mel, magnitudes);

    const Kernels& k = kernels();
    const float floor = floorFor(*std::max_element(mel.begin(), mel.end()));
    std::vector<float> sums(static_cast<std::size_t>(bands()));
    std::vector<float> gains(static_cast<std::size_t>(bins_ + kernelLanes));
    for (int step = 0; step < startSteps; ++step) {
        k.sumRows(rows_, magnitudes.data(), sums.data());
        k.ratios(mel.data(), sums.data(), floor, sums.data(), bands());
        k.spreadRows(rows_, sums.data(), gains.data(), bins_);
        k.multiply(gains.data(), inverseCoverage_.data(), bins_);
        k.multiply(magnitudes.data(), gains.data(), bins_);
    }
}

} // namespace sonoloom
