// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/resample.h"

#include <soxr.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>
#include <numeric>
#include <string>

namespace sonoloom
{

namespace
{

constexpr std::size_t samplesAtOnce = 1u << 16;

struct SoxrDelete {
    void operator()(soxr* resampler) const { soxr_delete(resampler); }
};

std::size_t resampledCount(std::size_t samples, int inRate, int outRate)
{
    return static_cast<std::size_t>(
        std::llround(static_cast<long double>(samples) * outRate / static_cast<long double>(inRate)));
}

/// One channel; what soxr does not bring of the rounded length stays silent, as does the rest where `monitor` is cancelled.
std::vector<float> resampleChannel(const std::vector<float>& in, int inRate, int outRate, JobMonitor& monitor)
{
    const soxr_io_spec_t format = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
    const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_VHQ, 0);
    const soxr_runtime_spec_t oneThread = soxr_runtime_spec(1);
    soxr_error_t error = nullptr;
    const std::unique_ptr<soxr, SoxrDelete> resampler(
        soxr_create(inRate, outRate, 1, &error, &format, &quality, &oneThread));
    if (!resampler)
        throw std::bad_alloc(); // the only way to fail with checked rates
    std::vector<float> out(resampledCount(in.size(), inRate, outRate));
    std::size_t taken = 0;
    std::size_t made = 0;
    while (made < out.size() && !monitor.cancelled()) {
        const bool ended = taken == in.size();
        std::size_t used = 0;
        std::size_t brought = 0;
        soxr_process(resampler.get(), ended ? nullptr : in.data() + taken,
                     ended ? 0 : std::min(in.size() - taken, samplesAtOnce), &used,
                     out.data() + made, out.size() - made, &brought);
        taken += used;
        made += brought;
        if (ended && brought == 0)
            break;
    }
    return out;
}

} // namespace

Result<Audio> resample(const Audio& audio, int sampleRate)
{
    JobMonitor silent;
    return resample(audio, sampleRate, silent);
}

Result<Audio> resample(const Audio& audio, int sampleRate, JobMonitor& monitor)
{
    if (audio.sampleRate < 1 || sampleRate < 1)
        return Error{ErrorCode::InvalidArgument, "The sample rate is " + std::to_string(std::min(audio.sampleRate, sampleRate)) +
                                                     " Hz; it must be at least 1 Hz."};
    if (sampleRate == audio.sampleRate)
        return audio;
    Audio out;
    out.sampleRate = sampleRate;
    for (const auto& channel : audio.channels)
        out.channels.push_back(resampleChannel(channel, audio.sampleRate, sampleRate, monitor));
    if (monitor.cancelled())
        return cancelledError();
    return out;
}

std::vector<std::int16_t> monoAsPydub(std::span<const std::vector<std::int16_t>> channels)
{
    if (channels.empty())
        return {};
    if (channels.size() == 1)
        return channels.front();
    const auto floorDivided = [](int value, int divisor) {
        return value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
    };
    const int count = static_cast<int>(channels.size());
    std::vector<std::int16_t> mono(channels.front().size());
    for (std::size_t i = 0; i < mono.size(); ++i) {
        int sum = 0;
        if (count == 2)
            sum = floorDivided(channels[0][i] + channels[1][i], 2);
        else
            for (const auto& channel : channels)
                sum += floorDivided(channel[i], count);
        mono[i] = static_cast<std::int16_t>(sum);
    }
    return mono;
}

std::vector<std::int16_t> rateConvertAsAudioop(std::span<const std::int16_t> samples, int inRate, int outRate)
{
    const int common = std::gcd(inRate, outRate);
    const int in = inRate / common;
    const int out = outRate / common;
    std::vector<std::int16_t> converted;
    converted.reserve(resampledCount(samples.size(), inRate, outRate) + 2);
    double previous = 0;
    double current = 0;
    int distance = 0; // from `current` back to the output sample, in 1/out of an input sample
    for (const std::int16_t sample : samples) {
        previous = current;
        current = static_cast<double>(sample) * 65536.0;
        for (; distance >= 0; distance -= in) {
            const auto value = static_cast<std::int32_t>((previous * distance + current * (out - distance)) / out);
            converted.push_back(static_cast<std::int16_t>(value >> 16));
        }
        distance += out;
    }
    return converted;
}

} // namespace sonoloom
