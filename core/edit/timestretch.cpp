// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/timestretch.h"

#include <rubberband/RubberBandStretcher.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sonoloom
{

namespace
{

using RubberBand::RubberBandStretcher;
constexpr std::size_t samplesAtOnce = 4096;

/// Gives pieces of a sound to `use`, saying which is the last. Errors: Cancelled.
template <class Use>
Result<void> forPieces(const Audio& sound, JobMonitor& monitor, Use&& use)
{
    std::vector<const float*> pointers(sound.channelCount());
    for (std::size_t first = 0; first < sound.sampleCount(); first += samplesAtOnce) {
        if (monitor.cancelled())
            return cancelledError();
        for (std::size_t c = 0; c < pointers.size(); ++c)
            pointers[c] = sound.channels[c].data() + first;
        const std::size_t count = std::min(samplesAtOnce, sound.sampleCount() - first);
        use(pointers.data(), count, first + count == sound.sampleCount());
        monitor.progress(static_cast<double>(first + count) / static_cast<double>(sound.sampleCount()),
                         "Stretching time");
    }
    return {};
}

/// Appends what is ready.
void retrieve(RubberBandStretcher& stretcher, Audio& out)
{
    std::vector<float*> pointers(out.channelCount());
    for (int ready = stretcher.available(); ready > 0; ready = stretcher.available()) {
        const std::size_t before = out.sampleCount();
        for (std::size_t c = 0; c < pointers.size(); ++c) {
            out.channels[c].resize(before + static_cast<std::size_t>(ready));
            pointers[c] = out.channels[c].data() + before;
        }
        stretcher.retrieve(pointers.data(), static_cast<std::size_t>(ready));
    }
}

} // namespace

Result<Audio> timeStretched(const Audio& sound, double factor, JobMonitor& monitor)
{
    if (!(factor >= leastStretch && factor <= greatestStretch))
        return Error{ErrorCode::InvalidArgument,
                     "Time can be stretched by factors from 0.25 to 4 only; choose sounds of nearer tempos."};
    if (sound.sampleCount() == 0 || factor == 1)
        return sound;
    RubberBandStretcher stretcher(static_cast<std::size_t>(sound.sampleRate), sound.channelCount(),
                                  RubberBandStretcher::OptionProcessOffline | RubberBandStretcher::OptionEngineFiner |
                                      RubberBandStretcher::OptionThreadingNever |
                                      RubberBandStretcher::OptionChannelsTogether,
                                  factor);
    stretcher.setExpectedInputDuration(sound.sampleCount());
    stretcher.setMaxProcessSize(samplesAtOnce);
    PartMonitor studying(monitor, 0, 0.1);
    if (auto done = forPieces(
            sound, studying,
            [&](const float* const* samples, std::size_t count, bool last) { stretcher.study(samples, count, last); });
        !done)
        return done.error();
    Audio out = Audio::silence(sound.sampleRate, sound.channelCount(), 0);
    PartMonitor processing(monitor, 0.1, 1);
    if (auto done = forPieces(sound, processing,
                              [&](const float* const* samples, std::size_t count, bool last) {
                                  stretcher.process(samples, count, last);
                                  retrieve(stretcher, out);
                              });
        !done)
        return done.error();
    for (auto& channel : out.channels)
        channel.resize(static_cast<std::size_t>(std::llround(static_cast<double>(sound.sampleCount()) * factor)));
    return out;
}

} // namespace sonoloom
