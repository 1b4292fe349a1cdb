// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"

#include <array>
#include <span>
#include <vector>

namespace sonoloom
{

/// Below 200 Hz, to 3 kHz, above; added up they are the sound again.
inline constexpr std::size_t splitBands = 3;

/// Splits `samples` without any shift in time, by windowed sinc low-passes of 20 ms.
/// Errors: Cancelled.
Result<std::array<std::vector<float>, splitBands>> splitIntoBands(std::span<const float> samples, int sampleRate,
                                                                  JobMonitor& monitor);

} // namespace sonoloom
