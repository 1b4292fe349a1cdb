// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/bandmatrix.h"
#include "core/dsp/engine/constraint.h"
#include "core/dsp/engine/iterationgrid.h"

#include <span>
#include <vector>

namespace sonoloom
{

/// The constraint of mel images: the sums of the bands B|X|, brought to the targets by the factors B'(target / B|X|) / B'1.
///
/// The filterbank is built from the image's own padded grid by linear interpolation between the iteration's bins, never
/// directly: at the small FFT many low bands would catch no bin at all.
class IterationBank final : public Constraint
{
public:
    IterationBank(const MelAnalysis& analysis, const IterationGrid& grid);

    int bands() const { return matrix_.rows(); }
    int bins() const { return matrix_.columns(); }
    const BandMatrix& matrix() const { return matrix_; }

    std::size_t sourceLength() const override { return static_cast<std::size_t>(bands()); }
    std::size_t targetLength() const override { return static_cast<std::size_t>(bands()); }
    std::size_t scratchLength() const override { return matrix_.sumsLength(); }
    Grid<float> targets(Grid<float> source) const override { return source; }

    /// The bands' densities interpolated; where bands are wider than the window's resolution, sharpened to lines that, seen
    /// through the window, give these bands; then multiplicative steps that lower the Kullback-Leibler divergence.
    /// Source: Lee, Seung, "Algorithms for non-negative matrix factorization", NIPS 2000 (update of the right factor); for
    /// lines the factor is the filterbank times the window's main lobe, which is the deconvolution of Richardson (JOSA 1972)
    /// and Lucy (AJ 1974). What it gains: README.md.
    void startMagnitudes(std::span<const float> source, std::span<float> magnitudes) const override;

    float gains(const Frame& frame, bool measure) const override;

private:
    struct Rows {
        std::vector<BandRow> bands;
        std::vector<float> inverseCoverage; ///< 1 / B'1 for each bin; 0 for bins that no band sees
    };
    static Rows rowsOf(const MelAnalysis& analysis, const IterationGrid& grid);
    explicit IterationBank(const Rows& rows);
    void interpolateDensities(std::span<const float> mel, std::span<float> magnitudes) const;
    void sharpen(const Frame& frame, std::span<float> magnitudes) const;
    void findLineShares();

    BandMatrix matrix_; ///< spreads with 1 / B'1 in its weights
    std::vector<bool> seen_;            ///< bins under some band
    int lowest_ = 0; ///< bins below it lie under no band, but within a window's resolution: they follow it
    std::vector<float> inverseRowSum_;
    std::vector<float> centre_;         ///< of each band, in bins
    std::vector<float> lineShare_; ///< of each bin: how much of it is taken from lines, 0..1; empty: nothing anywhere
};

} // namespace sonoloom
