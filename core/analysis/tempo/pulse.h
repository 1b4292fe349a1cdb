// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tempo/onsetbands.h"

#include <vector>

namespace sonoloom
{

/// One curve of onsets for chains of beats: all bands together, what stands above its surroundings, standard
/// deviation 1.
std::vector<float> onsetCurve(const OnsetBands& onsets);

/// How much onsets repeat themselves after a time: the mean of the bands' autocorrelations, each 1 at lag 0.
class PulseCurve
{
public:
    /// @param frames the greatest lag
    PulseCurve(const OnsetBands& onsets, std::size_t frames);

    /// Between two whole lags by a straight line; 0 beyond the greatest.
    double at(double lag) const;
    /// The lag of the greatest value within `share` of `lag`, refined by a parabola.
    double peakNear(double lag, double share) const;
    /// Whole lags whose values are peaks, from `least` to `greatest`.
    std::vector<double> peaks(double least, double greatest) const;

private:
    std::vector<double> values_;
};

} // namespace sonoloom
