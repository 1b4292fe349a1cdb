// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

namespace sonoloom
{

/// The least and the greatest factor of timeStretched.
inline constexpr double leastStretch = 0.25;
inline constexpr double greatestStretch = 4;

/// `sound` at the same pitch, its length multiplied by `factor`: round(samples * factor) samples.
/// Errors: InvalidArgument (a factor out of range), Cancelled.
/// Source: Rubber Band Library 3, its R3 engine, offline; one thread, so that the same sound gives the same bits.
Result<Audio> timeStretched(const Audio& sound, double factor, JobMonitor& monitor);

} // namespace sonoloom
