// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/displayspectrogram.h"

namespace sonoloom
{

/// How frequencies are spread over an axis.
enum class FrequencyScale {
    Own,        ///< as the images have them: every band as high as any other
    Linear,     ///< every hertz as high as any other
    Logarithmic ///< every octave as high as any other
};

/// Where the bands of a spectrogram stand on an axis whose lower end is 0 and whose upper end is 1. The ends are the lowest
/// and the highest band's outer edges; on a logarithmic axis the lower end is 20 Hz where the lowest edge lies below.
class BandPlaces
{
public:
    static constexpr double leastLogarithmicHertz = 20;

    BandPlaces(const DisplaySpectrogram& spectrogram, FrequencyScale scale);

    /// The band under this place: band b spans b .. b + 1.
    double bandAt(double share) const;
    double hertzAt(double share) const;
    double shareOf(double hertz) const;

private:
    const DisplaySpectrogram& spectrogram_;
    FrequencyScale scale_;
    double lowest_;
    double highest_;
};

} // namespace sonoloom
