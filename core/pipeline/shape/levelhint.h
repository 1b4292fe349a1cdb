// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"
#include "core/pipeline/shape/melspread.h"

#include <optional>

namespace sonoloom
{

/// What is amiss with how a sound's levels are spread over the pixels.
enum class LevelFault {
    Clipped,        ///< more than leastClippedShare of the pixels are cut off at the dark end
    DarkHalfEmpty,  ///< fewer than leastHalfShare of the cells are drawn darker than the middle
    LightHalfEmpty, ///< fewer than leastHalfShare of the cells are drawn lighter than the middle
};

inline constexpr double leastClippedShare = 0.001; ///< of the pixels
inline constexpr double leastHalfShare = 0.001;    ///< of the cells that are not silent

/// A fault, and the values of the codec's fields that mend it.
struct LevelHint {
    LevelFault fault = LevelFault::Clipped;
    double share = 0;             ///< of the pixels or cells, 0 to 1, that the fault speaks of
    std::optional<double> maxvol; ///< for level fixed
    std::optional<double> power;
};

/// The hint for images of these magnitudes (int16 scale) by this codec, or nothing: for formats without maxvol and power,
/// for level minmax, which stretches each image by itself, for silence, and where no values would mend it.
///
/// Where maxvol alone mends it, it becomes what the loudest cell needs, rounded up to three digits. Else power is set so
/// that the median cell lies at a quarter of the level, as far as a two-hundredth of the cells is left on either side
/// of the middle.
std::optional<LevelHint> levelHint(const Codec& codec, const EncodeReport& report, const MelSpread& levels);

} // namespace sonoloom
