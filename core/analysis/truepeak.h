// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"

#include <span>

namespace sonoloom
{

/// The greatest magnitude of the signal and between its samples, on the scale of the samples; less than all if
/// `monitor` is cancelled meanwhile.
///
/// Sought at four times the rate, from 96 kHz on at twice, from 192 kHz on at the samples only.
/// Source: ITU-R BS.1770-4, annex 2.
double truePeakOf(std::span<const float> samples, int sampleRate, JobMonitor& monitor);

} // namespace sonoloom
