// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/crossfade/beatfade.h"

#include "core/analysis/loudness.h"
#include "core/base/units.h"
#include "core/codec/riffusionmix.h"
#include "core/dsp/resample.h"
#include "core/edit/peercrossfade.h"
#include "core/edit/timestretch.h"
#include "core/pipeline/crossfade/placing.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace sonoloom
{

namespace
{

constexpr double heardDb = 0.2;     // smaller differences in loudness are left
constexpr double sameTempo = 0.002; // tempos this near need no stretching
constexpr double heardDrift = 0.1;  // beats
constexpr double peerSeconds = 0.3;

std::string text(const char* format, double value)
{
    char out[192];
    std::snprintf(out, sizeof out, format, value);
    return out;
}

std::string channelsText(std::size_t channels)
{
    return channels == 1 ? "mono" : channels == 2 ? "stereo" : std::to_string(channels) + " channels";
}

/// Two sounds on their way to one rate and channel count.
class Matching
{
public:
    explicit Matching(std::vector<std::string>& findings) : findings_(findings) {}

    Result<void> match(Audio& first, Audio& second, JobMonitor& monitor)
    {
        if (first.sampleCount() == 0 || second.sampleCount() == 0)
            return Error{ErrorCode::InvalidArgument, std::string("The ") +
                                                         (first.sampleCount() == 0 ? "first" : "second") +
                                                         " sound has no samples; choose another one."};
        const std::size_t most = std::max(first.channelCount(), second.channelCount());
        const std::size_t channels = first.channelCount() == second.channelCount() ? most : 2;
        const int rate = std::max(first.sampleRate, second.sampleRate);
        auto done = one(first, "first", rate, channels);
        if (done && !monitor.cancelled())
            done = one(second, "second", rate, channels);
        return monitor.cancelled() ? Result<void>(cancelledError()) : done;
    }

private:
    Result<void> one(Audio& sound, const std::string& which, int rate, std::size_t channels)
    {
        if (sound.channelCount() != channels) {
            findings_.push_back("The " + which + " sound was mixed from " + channelsText(sound.channelCount()) +
                                " to " + channelsText(channels) + ".");
            sound = mixedTo(std::move(sound), static_cast<int>(channels));
        }
        if (sound.sampleRate == rate)
            return {};
        findings_.push_back("The " + which + " sound was resampled from " + std::to_string(sound.sampleRate) +
                            " Hz to " + std::to_string(rate) + " Hz.");
        auto resampled = resample(sound, rate);
        if (!resampled)
            return resampled.error();
        sound = std::move(*resampled);
        return {};
    }

    std::vector<std::string>& findings_;
};

std::string tempoText(const char* which, const Tempo& tempo)
{
    if (!tempo.bpm)
        return std::string("The ") + which + " sound has no tempo that could be found.";
    std::string sentence = std::string("The ") + which + text(" sound has %.2f BPM", *tempo.bpm) +
                           text(" (confidence %.2f)", tempo.confidence);
    if (tempo.beatsPerBar > 0)
        sentence +=
            " in bars of " + std::to_string(tempo.beatsPerBar) + text(" (confidence %.2f)", tempo.barConfidence);
    return sentence + ".";
}

class FadeMaking
{
public:
    FadeMaking(FadeInputs sounds, const CrossfadeParams& params, int threads)
        : a_(std::move(sounds.first)), b_(std::move(sounds.second)), params_(params), threads_(threads)
    {
        made_.tempos = std::move(sounds.tempos);
    }

    Result<BeatFade> run(JobMonitor& monitor)
    {
        PartMonitor hearing(monitor, 0.05, 0.4);
        PartMonitor stretching(monitor, 0.4, 0.8);
        PartMonitor placing(monitor, 0.8, 0.9);
        PartMonitor mixing(monitor, 0.9, 1);
        auto done = Matching(made_.findings).match(a_, b_, monitor);
        if (done && needsBeats())
            done = made_.tempos ? Result<void>{} : findBeats(hearing);
        if (done && needsBeats())
            tellBeats();
        if (done && params_.stretch)
            done = stretch(stretching);
        if (done)
            done = matchLoudness(placing);
        if (done)
            done = mix(placing, mixing);
        return done ? Result<BeatFade>(std::move(made_)) : Result<BeatFade>(done.error());
    }

private:
    bool needsBeats() const
    {
        return params_.align == CrossfadeAlign::Beat || params_.align == CrossfadeAlign::Bar || params_.stretch ||
               params_.seconds == 0;
    }

    Result<void> findBeats(JobMonitor& monitor)
    {
        PartMonitor one(monitor, 0, 0.5);
        PartMonitor two(monitor, 0.5, 1);
        auto first = findTempo(a_, {}, threads_, one);
        if (!first)
            return first.error();
        auto second = findTempo(b_, {}, threads_, two);
        if (!second)
            return second.error();
        made_.tempos = std::make_shared<const FoundTempos>(FoundTempos{std::move(*first), std::move(*second)});
        return {};
    }

    void tellBeats()
    {
        made_.first = made_.tempos->first;
        made_.second = made_.tempos->second;
        made_.findings.push_back(tempoText("first", made_.first));
        made_.findings.push_back(tempoText("second", made_.second));
    }

    Result<void> stretch(JobMonitor& monitor)
    {
        if (!made_.first.bpm || !made_.second.bpm) {
            made_.findings.push_back("Without both tempos nothing was stretched.");
            return {};
        }
        double factor = *made_.second.bpm / *made_.first.bpm;
        factor *= std::exp2(-std::round(std::log2(factor))); // half or twice the tempo fits, too
        if (std::abs(factor - 1) < sameTempo)
            return {};
        auto stretched = timeStretched(b_, factor, monitor);
        if (!stretched)
            return stretched.error();
        b_ = std::move(*stretched);
        made_.stretch = factor;
        Tempo& tempo = made_.second;
        *tempo.bpm /= factor;
        for (auto* times : {&tempo.beats, &tempo.downbeats})
            for (double& time : *times)
                time *= factor;
        made_.findings.push_back(text("The second sound was stretched to %.2f %% of its length", 100 * factor) +
                                 text(", so that it has %.2f BPM.", *tempo.bpm));
        return {};
    }

    Result<void> matchLoudness(JobMonitor& monitor)
    {
        if (!params_.matchLoudness)
            return {};
        const auto first = loudnessOf(a_, {}, threads_, monitor);
        const auto second = first ? loudnessOf(b_, {}, threads_, monitor) : first;
        if (!second)
            return second.error();
        if (!first->lufs || !second->lufs) {
            made_.findings.push_back(
                "A sound is too short or too quiet to measure its loudness, so levels were left as they are.");
            return {};
        }
        const double gain = *first->lufs - *second->lufs;
        if (std::abs(gain) < heardDb)
            return {};
        made_.gainDb = gain;
        made_.findings.push_back(text("The second sound was made %.1f dB ", std::abs(gain)) +
                                 (gain > 0 ? "louder" : "quieter") + text(", to the first one's %.1f LUFS.", *first->lufs));
        return {};
    }

    Result<void> mix(JobMonitor& placing, JobMonitor& mixing)
    {
        auto place = placeSounds({a_, b_, made_.first, made_.second}, params_, threads_, placing);
        if (!place)
            return place.error();
        const double gain = amplitudeFromDecibels(made_.gainDb) * (place->inverted ? -1 : 1);
        auto sound =
            crossfade(a_, b_, {place->offset, place->fadeFirst, place->fadeCount, params_.curve, gain}, mixing);
        if (!sound)
            return sound.error();
        made_.sound = std::move(*sound);
        made_.aligned = place->aligned;
        made_.fadeStart = static_cast<double>(place->fadeFirst) / a_.sampleRate;
        made_.fadeSeconds = static_cast<double>(place->fadeCount) / a_.sampleRate;
        made_.secondStart = static_cast<double>(place->offset) / a_.sampleRate;
        made_.findings.insert(made_.findings.end(), place->findings.begin(), place->findings.end());
        tellPlace();
        return {};
    }

    void tellPlace()
    {
        static constexpr const char* names[] = {"on a beat", "on a bar", "by correlation", "without alignment"};
        made_.findings.push_back(std::string("They change over ") + names[static_cast<int>(made_.aligned)] +
                                 text(" from %.2f s", made_.fadeStart) +
                                 text(" to %.2f s.", made_.fadeStart + made_.fadeSeconds));
        if (made_.aligned == CrossfadeAlign::Beat || made_.aligned == CrossfadeAlign::Bar) {
            double factor = *made_.second.bpm / *made_.first.bpm;
            factor *= std::exp2(-std::round(std::log2(factor)));
            const double drift = std::abs(factor - 1) * made_.fadeSeconds * *made_.first.bpm / 60;
            if (drift > heardDrift)
                made_.findings.push_back(text("Their tempos differ: beats are %.1f apart at the end of the transition; "
                                              "with the same tempo (--stretch) they stay together.",
                                              drift));
        }
    }

    Audio a_;
    Audio b_;
    const CrossfadeParams& params_;
    int threads_;
    BeatFade made_;
};

} // namespace

Result<BeatFade> beatFade(FadeInputs sounds, const CrossfadeParams& params, int threads, JobMonitor& monitor)
{
    if (auto fits = checkParams(params); !fits)
        return fits.error();
    return FadeMaking(std::move(sounds), params, threads).run(monitor);
}

Result<BeatFade> beatFadeAsPeer(FadeInputs sounds, const CrossfadeParams& params, JobMonitor& monitor)
{
    if (auto fits = checkParams(params); !fits)
        return fits.error();
    BeatFade made;
    if (auto matched = Matching(made.findings).match(sounds.first, sounds.second, monitor); !matched)
        return matched.error();
    made.fadeSeconds = params.seconds > 0 ? params.seconds : peerSeconds;
    auto peer = crossfadeAsPeer(sounds.first, sounds.second, made.fadeSeconds, monitor);
    if (!peer)
        return peer.error();
    made.aligned = CrossfadeAlign::Correlation;
    made.secondStart = made.fadeStart = peer->sound.seconds() - sounds.second.seconds() -
                                        std::max<double>(0, static_cast<double>(peer->shift)) / sounds.second.sampleRate;
    made.sound = std::move(peer->sound);
    made.findings.push_back("They agree best at a shift of " + std::to_string(peer->shift) + " samples.");
    return made;
}

} // namespace sonoloom
