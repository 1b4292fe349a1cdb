// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tempo/beatreadings.h"

#include <span>
#include <vector>

namespace sonoloom
{

/// How likely each reading is the one that people tap along with; they add up to 1.
///
/// The weights of the features are those that make the right readings of some hundred pieces likeliest (a conditional
/// logit), learnt by `sonoloom-tempo-run learn`; tests/bench/README.md.
std::vector<double> readingProbabilities(std::span<const BeatReading> readings);

/// The same with other weights.
std::vector<double> readingProbabilities(std::span<const BeatReading> readings, const ReadingFeatures& weights);

} // namespace sonoloom
