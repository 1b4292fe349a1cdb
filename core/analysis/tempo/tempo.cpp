// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/tempo.h"

#include "core/analysis/tempo/bars.h"
#include "core/analysis/tempo/beatreadings.h"
#include "core/analysis/tempo/onsetbands.h"
#include "core/analysis/tempo/peertempo.h"
#include "core/analysis/tempo/readingchoice.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double sameTempo = 0.04;
constexpr double surePulse = 0.3;

/// Measured on half a minute: noise, sweeps, single notes and clicks at random stay below 0.1, speech mostly; pieces
/// with drums are above 0.2. In shorter sounds more agrees by chance.
double leastPulse(double seconds)
{
    return std::max(0.1, 0.4 / std::sqrt(seconds));
}

/// What is said of a reading.
Tempo tempoOf(const BeatReading& reading, const OnsetBands& onsets)
{
    Tempo tempo;
    tempo.bpm = reading.bpm;
    for (const double beat : reading.beats)
        tempo.beats.push_back(onsets.secondsOf(beat));
    const Bars bars = barsOf(reading.beats, onsets);
    tempo.beatsPerBar = bars.beatsPerBar;
    tempo.barConfidence = bars.confidence;
    for (std::size_t b = bars.first; bars.beatsPerBar > 0 && b < tempo.beats.size();
         b += static_cast<std::size_t>(bars.beatsPerBar))
        tempo.downbeats.push_back(tempo.beats[b]);
    return tempo;
}

} // namespace

Result<void> checkTempoParams(const TempoParams& params)
{
    if (auto fits = checkParams(params); !fits)
        return fits;
    if (params.leastBpm * 2 > params.greatestBpm)
        return Error{ErrorCode::InvalidArgument, "'max-bpm' must be at least twice 'min-bpm'; set them further apart."};
    return {};
}

Result<Tempo> findTempo(const Audio& sound, const TempoParams& params, int threads, JobMonitor& monitor)
{
    if (auto fits = checkTempoParams(params); !fits)
        return fits.error();
    PartMonitor hearing(monitor, 0, 0.7);
    const auto onsets = onsetBandsOf(sound, threads, hearing);
    if (!onsets)
        return onsets.error();
    if (onsets->frames() == 0)
        return Tempo{};
    monitor.progress(0.7, "Finding the beat");
    const auto readings = beatReadings(onsets.value(), params.leastBpm, params.greatestBpm, threads, monitor);
    if (!readings)
        return readings.error();
    if (readings->empty())
        return Tempo{};
    const auto likely = readingProbabilities(readings.value());
    const BeatReading& best =
        readings.value()[static_cast<std::size_t>(std::ranges::max_element(likely) - likely.begin())];
    if (best.pulse < leastPulse(sound.seconds()))
        return Tempo{};
    Tempo tempo = tempoOf(best, onsets.value());
    for (std::size_t i = 0; i < likely.size(); ++i)
        if (std::abs(readings.value()[i].bpm / best.bpm - 1) < sameTempo)
            tempo.confidence += likely[i] * std::min(1.0, best.pulse / surePulse);
    return tempo;
}

Result<Tempo> findTempoAsPeer(const Audio& sound, int threads, JobMonitor& monitor)
{
    std::vector<float> mono(sound.sampleCount());
    for (const auto& channel : sound.channels)
        for (std::size_t i = 0; i < mono.size(); ++i)
            mono[i] += channel[i] / static_cast<float>(sound.channelCount());
    const auto onsets = peertempo::onsetStrength(mono, sound.sampleRate, threads, monitor);
    if (!onsets)
        return onsets.error();
    const auto bpm = peertempo::tempo(onsets.value(), sound.sampleRate, threads, monitor);
    if (!bpm)
        return bpm.error();
    auto beats = peertempo::beats(onsets.value(), sound.sampleRate, bpm.value(), monitor);
    if (!beats)
        return beats.error();
    Tempo tempo;
    tempo.bpm = bpm.value();
    tempo.beats = std::move(*beats);
    return tempo;
}

} // namespace sonoloom
