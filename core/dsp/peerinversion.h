// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/base/monitor.h"
#include "core/dsp/mel.h"
#include "core/dsp/reconstruct.h"
#include "core/dsp/stft.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sonoloom
{

/// Linear magnitudes from mel magnitudes by least squares, negative ones cut off.
///
/// The solution of smallest norm, x = W' (W W')^-1 y, where W W' is tridiagonal because only neighbouring bands overlap.
/// Bands that repeat what their neighbours say (several within one bin) are passed over.
/// Source: torchaudio.transforms.InverseMelScale, version 2.1 and later (golden case invert.lstsq).
class LeastSquaresInverse
{
public:
    explicit LeastSquaresInverse(const MelFilterbank& bank);

    /// `mel` holds bands, `magnitudes` bins values.
    void apply(std::span<const float> mel, std::span<float> magnitudes) const;

private:
    const MelFilterbank& bank_;
    std::vector<double> pivots_; ///< of the factored W W'; 0 for a band that is passed over
    std::vector<double> below_;  ///< factor from one band to the next
};

struct GriffinLimParams {
    int iterations = 32;
    double momentum = 0.99;
    std::optional<std::uint64_t> seed; ///< random phases at the start; none: all zero
};

/// The sound whose STFT has these magnitudes, `length` samples from the centre of frame 0.
/// Source: Perraudin, Balazs, Sondergaard, "A fast Griffin-Lim algorithm", WASPAA 2013, as
/// torchaudio.functional.griffinlim does it (golden cases invert.griffinlim.*). Errors: Cancelled.
Result<std::vector<float>> griffinLim(const Grid<float>& magnitudes, const StftParams& stft,
                                      const GriffinLimParams& params, std::size_t length, int threads,
                                      JobMonitor& monitor);

/// Method `peer` of reconstruct(): least squares, then Griffin-Lim from random phases. Up to 552 columns are one piece,
/// as in the peers' programs; longer timelines are done in pieces that are cross-faded, so that memory stays bounded.
/// Linear magnitudes need no least squares.
Result<Audio> reconstructAsPeer(MagnitudeSource& source, const MelAnalysis& analysis, std::size_t samples,
                                const GriffinLimParams& params, int threads, JobMonitor& monitor);
Result<Audio> reconstructAsPeer(MagnitudeSource& source, const LinearAnalysis& analysis, std::size_t samples,
                                const GriffinLimParams& params, int threads, JobMonitor& monitor);

} // namespace sonoloom
