// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/engine/iterationgrid.h"
#include "core/dsp/kernels.h"
#include "core/dsp/fft.h"

#include <span>
#include <vector>

namespace sonoloom
{

/// The mel filterbank as it acts on magnitudes of the iteration: B.
///
/// Built from the image's own padded grid by linear interpolation between the iteration's bins, never directly: at the
/// small FFT many low bands would catch no bin at all.
class IterationBank
{
public:
    IterationBank(const MelAnalysis& analysis, const IterationGrid& grid);

    int bands() const { return rows_.rows; }
    int bins() const { return bins_; }
    const SparseRows& rows() const { return rows_; }

    /// 1 / B'1 for each bin; 0 for bins that no band sees. bins() values.
    std::span<const float> inverseCoverage() const { return {inverseCoverage_.data(), static_cast<std::size_t>(bins_)}; }

    /// Magnitudes whose bands are near `mel`: the bands' densities interpolated, then multiplicative steps that lower
    /// the Kullback-Leibler divergence. `mel` has bands(), `magnitudes` bins() + kernelLanes values.
    /// Source: Lee, Seung, "Algorithms for non-negative matrix factorization", NIPS 2000 (update of the right factor).
    void startMagnitudes(std::span<const float> mel, std::span<float> magnitudes) const;

    /// Below this a band's sum counts as nothing, for magnitudes whose largest target is `peak`.
    static float floorFor(float peak) { return peak * 1e-7f + 1e-30f; }

private:
    void interpolateDensities(std::span<const float> mel, std::span<float> magnitudes) const;

    int bins_;
    std::vector<int> first_;
    std::vector<int> begin_;
    AlignedBuffer<float> weights_;
    std::vector<float> inverseCoverage_;
    std::vector<float> inverseRowSum_;
    std::vector<float> centre_; ///< of each band, in bins
    SparseRows rows_;
};

} // namespace sonoloom
