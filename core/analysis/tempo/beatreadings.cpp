// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/beatreadings.h"

#include "core/analysis/tempo/beattracking.h"
#include "core/analysis/tempo/beatvalues.h"
#include "core/analysis/tempo/pulse.h"
#include "core/analysis/tempo/readingfeatures.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sonoloom
{

namespace
{

constexpr std::size_t strongestPeriods = 8;
constexpr std::size_t relatedPeriods = 4; // of those, whose fractions and multiples are taken, too
constexpr double sameTempo = 0.03;
constexpr double tightness = 300;
constexpr std::size_t leastBeats = 4;
constexpr std::size_t spanBeats = 16; // over which the tempo is measured, at most half of all
constexpr double leastEnd = 0.15;     // of the usual strength, for the first and the last beat

/// Periods in frames, the strongest first.
std::vector<double> periodsOf(const PulseCurve& pulse, double least, double greatest)
{
    std::vector<double> found = pulse.peaks(least, greatest);
    const auto strength = [&](double lag) { return pulse.at(lag) + pulse.at(2 * lag) / 2 + pulse.at(4 * lag) / 4; };
    std::ranges::sort(found, [&](double a, double b) { return strength(a) > strength(b); });
    found.resize(std::min(found.size(), strongestPeriods));
    const std::size_t related = std::min(found.size(), relatedPeriods);
    for (std::size_t i = 0; i < related; ++i)
        for (const double factor : {2.0, 0.5, 3.0, 1 / 3.0, 1.5, 1 / 1.5})
            found.push_back(found[i] * factor);
    std::vector<double> periods;
    for (const double lag : found) {
        const double period = pulse.peakNear(4 * pulse.peakNear(lag, 0.03), 0.02) / 4;
        const bool isNew =
            std::ranges::none_of(periods, [&](double other) { return std::abs(period / other - 1) < sameTempo; });
        if (isNew && period >= least && period <= greatest)
            periods.push_back(period);
    }
    return periods;
}

/// The curve where it lies between these beats only.
std::vector<float> betweenBeats(const std::vector<float>& curve, const std::vector<std::size_t>& beats, double period)
{
    std::vector<float> between(curve.size());
    const double width = period / 8;
    const auto add = [&](double middle) {
        const auto from = static_cast<std::size_t>(std::max(0.0, middle - 3 * width));
        const auto to = std::min(curve.size(), static_cast<std::size_t>(std::max(0.0, middle + 3 * width)));
        for (std::size_t i = from; i < to; ++i)
            between[i] =
                std::max(between[i],
                         static_cast<float>((0.05 + curve[i]) *
                                            std::exp(-0.5 * std::pow((static_cast<double>(i) - middle) / width, 2))));
    };
    add(static_cast<double>(beats.front()) - period / 2);
    for (std::size_t b = 0; b + 1 < beats.size(); ++b)
        add(static_cast<double>(beats[b] + beats[b + 1]) / 2);
    add(static_cast<double>(beats.back()) + period / 2);
    return between;
}

/// Places between frames where the curve's peaks are.
std::vector<double> refined(const std::vector<std::size_t>& beats, const std::vector<float>& curve)
{
    std::vector<double> places;
    for (const std::size_t beat : beats) {
        double beyond = 0;
        if (beat > 0 && beat + 1 < curve.size()) {
            const double bend = curve[beat - 1] - 2.0 * curve[beat] + curve[beat + 1];
            beyond = bend < 0 ? std::clamp(0.5 * (curve[beat - 1] - curve[beat + 1]) / bend, -0.5, 0.5) : 0;
        }
        places.push_back(static_cast<double>(beat) + beyond);
    }
    return places;
}

/// Leaves out beats at both ends where nothing sounds: a chain goes on into silence.
void trim(std::vector<std::size_t>& beats, const std::vector<float>& curve)
{
    std::vector<double> strengths;
    for (const std::size_t beat : beats)
        strengths.push_back(strongestNear(curve, static_cast<double>(beat), 2));
    auto sorted = strengths;
    std::ranges::sort(sorted);
    const double least = leastEnd * sorted[sorted.size() / 2];
    const auto sounds = [&](double strength) { return strength >= least; };
    const auto first = std::ranges::find_if(strengths, sounds) - strengths.begin();
    const auto end = std::find_if(strengths.rbegin(), strengths.rend(), sounds).base() - strengths.begin();
    beats = {beats.begin() + first, beats.begin() + end};
}

/// Median of the periods over spans of some beats.
double usualPeriod(const std::vector<double>& beats)
{
    const std::size_t span = std::min((beats.size() - 1) / 2, spanBeats);
    std::vector<double> periods;
    for (std::size_t b = 0; b + span < beats.size(); ++b)
        periods.push_back((beats[b + span] - beats[b]) / static_cast<double>(span));
    std::ranges::sort(periods);
    return (periods[(periods.size() - 1) / 2] + periods[periods.size() / 2]) / 2;
}

/// Everything a reading is made from.
struct Heard {
    const OnsetBands& onsets;
    const PulseCurve& pulse;
    const std::vector<float>& curve;
};

/// Nothing if the chain is too short.
Result<std::optional<BeatReading>> readingOf(const Heard& heard, const std::vector<float>& scores, double period,
                                             JobMonitor& monitor)
{
    auto beats = trackBeats(scores, {period, tightness}, monitor);
    if (!beats)
        return beats.error();
    if (beats->empty())
        return std::optional<BeatReading>{};
    trim(*beats, heard.curve);
    if (beats->size() < leastBeats)
        return std::optional<BeatReading>{};
    BeatReading reading;
    reading.beats = refined(*beats, heard.curve);
    reading.bpm = 60 * heard.onsets.frameRate / usualPeriod(reading.beats);
    for (const double lag : {1.0, 2.0, 4.0})
        reading.pulse = std::max(reading.pulse, heard.pulse.at(heard.pulse.peakNear(lag * period, sameTempo)));
    reading.features = featuresOf(reading, heard.onsets, heard.pulse, heard.curve);
    return std::optional(std::move(reading));
}

/// On the beat and between.
Result<std::vector<BeatReading>> readingsAt(const Heard& heard, double period, JobMonitor& monitor)
{
    std::vector<BeatReading> readings;
    const auto beats = trackBeats(heard.curve, {period, tightness}, monitor);
    if (!beats)
        return beats.error();
    if (beats->empty())
        return readings;
    for (const auto& scores : {heard.curve, betweenBeats(heard.curve, *beats, period)}) {
        auto reading = readingOf(heard, scores, period, monitor);
        if (!reading)
            return reading.error();
        if (*reading)
            readings.push_back(std::move(**reading));
    }
    return readings;
}

} // namespace

Result<std::vector<BeatReading>> beatReadings(const OnsetBands& onsets, double leastBpm, double greatestBpm,
                                              int threads, JobMonitor& monitor)
{
    const double least = 60 * onsets.frameRate / greatestBpm;
    const double greatest = 60 * onsets.frameRate / leastBpm;
    const auto curve = onsetCurve(onsets);
    const PulseCurve pulse(onsets,
                           static_cast<std::size_t>(std::min(4.1 * greatest, static_cast<double>(onsets.frames()))));
    if (monitor.cancelled())
        return cancelledError();
    const auto periods = periodsOf(pulse, least, greatest);
    std::vector<std::vector<BeatReading>> found(periods.size());
    parallelFor(periods.size(), threads, [&](std::size_t i) {
        if (auto readings = readingsAt({onsets, pulse, curve}, periods[i], monitor))
            found[i] = std::move(*readings);
    });
    if (monitor.cancelled())
        return cancelledError();
    std::vector<BeatReading> all;
    for (auto& readings : found)
        all.insert(all.end(), readings.begin(), readings.end());
    return all;
}

} // namespace sonoloom
