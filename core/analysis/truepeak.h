// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"

#include <cstddef>
#include <span>

namespace sonoloom
{

/// The greatest magnitude of the signal and between its samples, on the scale of the samples; less than all if
/// `monitor` is cancelled meanwhile.
///
/// Sought at four times the rate, from 96 kHz on at twice, from 192 kHz on at the samples only.
/// Source: ITU-R BS.1770-4, annex 2.
double truePeakOf(std::span<const float> samples, int sampleRate, JobMonitor& monitor);

/// The same of a stretch of a longer signal: between the samples it looks only where all that it weighs is in the stretch.
/// Stretches that overlap by `truePeakOverlap` samples leave nothing out.
double truePeakWithin(std::span<const float> samples, int sampleRate);
inline constexpr std::size_t truePeakOverlap = 31;

} // namespace sonoloom
