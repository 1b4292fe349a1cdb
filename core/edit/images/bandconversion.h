// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/reconstruct.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sonoloom
{

/// Mel magnitudes of one analysis as those of another: other bands, another range of frequencies, rate and frame
/// length.
///
/// A magnitude is taken as one per Hz of its band, looked at by the other's triangles, and multiplied by the ratio of
/// the frame lengths in samples, by which a tone's magnitude grows. Above and below the first one's range there is
/// silence.
class BandConversion
{
public:
    BandConversion(const MelAnalysis& from, const MelAnalysis& to);

    /// @param from, to one column each, lowest band first
    void apply(std::span<const float> from, std::span<float> to) const;

private:
    struct Weight {
        std::size_t band; ///< of the first analysis
        float weight;
    };
    std::vector<std::vector<Weight>> weights_; ///< a band of the other analysis each
};

} // namespace sonoloom
