// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/codec/record.h"

#include <optional>
#include <string>

namespace sonoloom
{

/// How far apart the sounds are that two images hold.
struct HeldMeasures {
    std::optional<double> snrDb; ///< where the images hold phases too
    double spectralConvergenceDb = 0;
    double logSpectralDistanceDb = 0;
};

/// An image with what is known of it.
struct KnownImage {
    const Image& image;
    std::string name;
    std::optional<Record> record;
};

/// Compares what two images hold, by the format of the first: their mel magnitudes, else the sounds that they give by
/// themselves, up to `topHz`. No phases are looked for.
/// @param topHz 0: half the sample rate
/// @param threads 0: all; never changes a bit
/// Errors: Unsupported (no format known, or two images whose content cannot be compared, with the reason), Cancelled, and
/// what opening the images reports.
Result<HeldMeasures> heldMeasures(const KnownImage& first, const KnownImage& second, double topHz, int threads,
                                  JobMonitor& monitor);

} // namespace sonoloom
