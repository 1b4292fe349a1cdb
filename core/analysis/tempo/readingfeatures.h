// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tempo/beatreadings.h"
#include "core/analysis/tempo/pulse.h"

#include <span>

namespace sonoloom
{

/// The features of a reading with these beats. @param curve onsetCurve() of `onsets`
ReadingFeatures featuresOf(const BeatReading& reading, const OnsetBands& onsets, const PulseCurve& pulse,
                           std::span<const float> curve);

} // namespace sonoloom
