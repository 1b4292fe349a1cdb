// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/compare/comparesounds.h"

#include "core/analysis/soundmeasures.h"
#include "core/base/parallel.h"
#include "core/base/units.h"
#include "core/codec/riffusionmix.h"
#include "core/dsp/resample.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

std::string channelsText(std::size_t channels)
{
    return channels == 1 ? "mono" : channels == 2 ? "stereo" : std::to_string(channels) + " channels";
}

class SoundPair
{
public:
    SoundPair(Audio first, Audio second, const CompareParams& params, int threads)
        : a_(std::move(first)), b_(std::move(second)), params_(params), threads_(threads)
    {
    }

    Result<SoundComparison> run(JobMonitor& monitor)
    {
        PartMonitor hearing(monitor, 0, 0.1);
        PartMonitor matching(monitor, 0.1, 0.1);
        PartMonitor preparing(monitor, 0.1, 0.3);
        PartMonitor measuring(monitor, 0.3, 1);
        auto done = measureLoudness(hearing);
        if (done)
            done = matchFormats(matching);
        if (done && params_.align)
            done = findOffset(preparing);
        if (done)
            cutToOverlap();
        if (done)
            done = measure(measuring);
        return done ? Result<SoundComparison>(std::move(made_)) : Result<SoundComparison>(done.error());
    }

private:
    Result<void> measureLoudness(JobMonitor& monitor)
    {
        made_.secondsA = a_.seconds();
        made_.secondsB = b_.seconds();
        const auto first = loudnessOf(a_, {}, threads_, monitor);
        const auto second = first ? loudnessOf(b_, {}, threads_, monitor) : first;
        if (!second)
            return second.error();
        made_.loudnessA = first.value();
        made_.loudnessB = second.value();
        monitor.progress(1, "Measuring loudness");
        return {};
    }

    Result<void> matchFormats(JobMonitor& monitor)
    {
        const int rate = std::max(a_.sampleRate, b_.sampleRate);
        const std::size_t channels = std::min(a_.channelCount(), b_.channelCount());
        const auto done = matchFormat(a_, "first", {rate, channels}, monitor);
        return done ? matchFormat(b_, "second", {rate, channels}, monitor) : done;
    }

    struct Format {
        int rate;
        std::size_t channels;
    };
    Result<void> matchFormat(Audio& sound, const std::string& which, Format wanted, JobMonitor& monitor)
    {
        const auto [rate, channels] = wanted;
        if (sound.channelCount() != channels) {
            made_.conversions.push_back("The " + which + " sound was mixed from " + channelsText(sound.channelCount()) +
                                        " to " + channelsText(channels) + ".");
            sound = mixedTo(std::move(sound), static_cast<int>(channels));
        }
        if (sound.sampleRate == rate)
            return {};
        made_.conversions.push_back("The " + which + " sound was resampled from " + std::to_string(sound.sampleRate) +
                                    " Hz to " + std::to_string(rate) + " Hz.");
        auto resampled = resample(sound, rate, monitor);
        if (!resampled)
            return resampled.error();
        sound = std::move(*resampled);
        return {};
    }

    Result<void> findOffset(JobMonitor& monitor)
    {
        auto found = findAlignment(a_, b_, threads_, monitor);
        if (!found)
            return found.error();
        made_.alignment = *found;
        if (found->by == AlignedBy::Nothing)
            monitor.notice("The two sounds have nothing in common that could be found; they are compared from their beginnings.");
        return {};
    }

    void cutToOverlap()
    {
        const std::ptrdiff_t offset = made_.alignment.offset;
        made_.firstA = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, -offset));
        made_.firstB = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset));
        const std::size_t count = std::min(a_.sampleCount() - made_.firstA, b_.sampleCount() - made_.firstB);
        cut(a_, made_.firstA, count);
        cut(b_, made_.firstB, count);
    }

    static void cut(Audio& sound, std::size_t first, std::size_t count)
    {
        for (auto& channel : sound.channels) {
            channel.erase(channel.begin(), channel.begin() + static_cast<std::ptrdiff_t>(first));
            channel.resize(count);
        }
    }

    Result<double> gainOfSecond(JobMonitor& monitor) const
    {
        if (made_.alignment.by == AlignedBy::Waveform)
            return waveGainBetween(a_, b_, monitor);
        if (params_.align && made_.alignment.by == AlignedBy::Nothing)
            return energyRatio(); // the nearest match of other music is hardly any of it
        return gainBetween(a_, b_, threads_, monitor);
    }

    /// As a factor of amplitude; 1 where either is silent.
    double energyRatio() const
    {
        const auto energyOf = [](const Audio& sound) {
            double energy = 0;
            for (const auto& channel : sound.channels)
                for (const float sample : channel)
                    energy += static_cast<double>(sample) * sample;
            return energy;
        };
        const double first = energyOf(a_);
        const double second = energyOf(b_);
        return first > 0 && second > 0 ? std::sqrt(second / first) : 1.0;
    }

    Result<void> measure(JobMonitor& monitor)
    {
        PartMonitor levels(monitor, 0, 0.1);
        const auto gain = gainOfSecond(levels);
        if (!gain)
            return gain.error();
        made_.gainDb = decibelsFromAmplitude(gain.value());
        if (params_.matchLevel)
            scale(b_, (made_.alignment.inverted ? -1 : 1) / gain.value());
        const auto snr = signalToNoiseDb(a_, b_, monitor);
        if (!snr)
            return snr.error();
        made_.snrDb = snr.value();
        PartMonitor spectra(monitor, 0.1, 1);
        const double topHz = params_.topHz > 0 ? params_.topHz : a_.sampleRate / 2.0;
        const auto measures = spectralMeasures(a_, b_, topHz, threads_, spectra);
        if (!measures)
            return measures.error();
        made_.spectralConvergenceDb = measures->spectralConvergenceDb;
        made_.logSpectralDistanceDb = measures->logSpectralDistanceDb;
        keepSounds();
        return {};
    }

    void scale(Audio& sound, double factor) const
    {
        parallelFor(sound.channelCount(), threads_, [&](std::size_t c) {
            for (float& sample : sound.channels[c])
                sample = static_cast<float>(sample * factor);
        });
    }

    void keepSounds()
    {
        Audio difference = a_;
        parallelFor(a_.channelCount(), threads_, [&](std::size_t c) {
            for (std::size_t i = 0; i < a_.sampleCount(); ++i)
                difference.channels[c][i] -= b_.channels[c][i];
        });
        made_.a = std::make_shared<const Audio>(std::move(a_));
        made_.b = std::make_shared<const Audio>(std::move(b_));
        made_.difference = std::make_shared<const Audio>(std::move(difference));
    }

    Audio a_;
    Audio b_;
    const CompareParams& params_;
    int threads_;
    SoundComparison made_;
};

} // namespace

double SoundComparison::offsetSeconds() const
{
    return a ? (static_cast<double>(alignment.offset) + alignment.fraction) / a->sampleRate : 0;
}

Result<SoundComparison> compareTwoSounds(Audio first, Audio second, const CompareParams& params, int threads,
                                         JobMonitor& monitor)
{
    if (auto fits = checkParams(params); !fits)
        return fits.error();
    if (first.sampleCount() == 0 || second.sampleCount() == 0)
        return Error{ErrorCode::InvalidArgument, std::string("The ") + (first.sampleCount() == 0 ? "first" : "second") +
                                                     " sound to compare has no samples; choose another one."};
    return SoundPair(std::move(first), std::move(second), params, threads).run(monitor);
}

} // namespace sonoloom
