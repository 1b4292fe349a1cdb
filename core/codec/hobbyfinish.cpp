// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/hobbyfinish.h"

#include "core/base/units.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double loudnessDb = -12.0;
constexpr double headroomDb = 0.1;

/// Applies `change` to every sample; whole numbers of the 16-bit scale, held as float.
template <class Change>
void changeSamples(Audio& audio, Change change)
{
    for (auto& channel : audio.channels)
        for (float& sample : channel)
            sample = static_cast<float>(change(static_cast<double>(sample)));
}

double peakOf(const Audio& audio)
{
    double peak = 0;
    for (const auto& channel : audio.channels)
        for (float sample : channel)
            peak = std::max(peak, std::abs(static_cast<double>(sample)));
    return peak;
}

/// audioop.rms: over all channels, rounded down.
double rmsOf(const Audio& audio)
{
    double sum = 0;
    for (const auto& channel : audio.channels)
        for (float sample : channel)
            sum += static_cast<double>(sample) * sample;
    return std::floor(std::sqrt(sum / static_cast<double>(audio.channelCount() * audio.sampleCount())));
}

/// audioop.mul: rounded down, cut off at full scale.
void multiply(Audio& audio, double factor)
{
    changeSamples(audio, [&](double sample) { return std::floor(std::clamp(sample * factor, -32768.0, 32767.0)); });
}

} // namespace

Audio finishedAsHobby(const Audio& audio)
{
    Audio finished = audio;
    const double loudest = peakOf(finished);
    if (loudest == 0.0)
        return finished;
    changeSamples(finished, [&](double sample) { return std::trunc(sample * 32767.0 / loudest); });
    const double rms = rmsOf(finished);
    if (rms > 0.0)
        multiply(finished, amplitudeFromDecibels(loudnessDb) * int16FullScale / rms);
    if (const double peak = peakOf(finished); peak > 0.0)
        multiply(finished, amplitudeFromDecibels(-headroomDb) * int16FullScale / peak);
    changeSamples(finished, [](double sample) { return sample / int16FullScale; });
    return finished;
}

} // namespace sonoloom
