// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sonoloom
{

/// Sound as encoders take it: block after block of interleaved samples, all of them numbers; tells the monitor how far
/// it is.
class SampleFeed
{
public:
    /// @param level of the sound as it is fed
    /// @param name of the file, for the monitor
    SampleFeed(const Audio& audio, double level, std::string name, JobMonitor& monitor);

    /// The next up to `count` samples of each channel, `[samples x channels]`, valid until the next call; none at the
    /// end. Errors: Cancelled.
    Result<std::span<const float>> next(std::size_t count);

    const Audio& audio() const { return audio_; }

private:
    const Audio& audio_;
    double level_;
    std::string stage_;
    JobMonitor& monitor_;
    std::size_t position_ = 0;
    std::vector<float> block_;
};

/// The level at which `audio` stays within full scale, 1 if it does already; what is not a number is passed over.
double levelWithinFullScale(const Audio& audio);

/// True if a sample is not a number or is infinite.
bool hasNotFinite(const Audio& audio);

} // namespace sonoloom
