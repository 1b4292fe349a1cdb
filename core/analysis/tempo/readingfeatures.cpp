// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/readingfeatures.h"

#include "core/analysis/tempo/beatvalues.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace sonoloom
{

namespace
{

constexpr std::size_t parts = 12; // of a beat
constexpr double middleBpm = 100;
constexpr double leastLevel = 0.1;

/// Onsets at each part of the beat, by band, 1 being the mean.
using Profile = std::array<std::array<double, parts>, onsetBandCount>;

Profile profileOf(const std::vector<double>& beats, const OnsetBands& onsets, double period)
{
    Profile profile{};
    const auto reach = beatReach(period);
    for (std::size_t band = 0; band < onsetBandCount; ++band) {
        double sum = 0;
        for (std::size_t part = 0; part < parts; ++part) {
            for (std::size_t b = 0; b + 1 < beats.size(); ++b) {
                const double place = beats[b] + (beats[b + 1] - beats[b]) * static_cast<double>(part) / parts;
                profile[band][part] += strongestNear(onsets.strengths[band], place, reach);
            }
            sum += profile[band][part];
        }
        for (double& level : profile[band])
            level = sum > 0 ? level * parts / sum : 1;
    }
    return profile;
}

double logLevel(double level)
{
    return std::log(leastLevel + level);
}

double meanOf(const Profile& profile, std::size_t part)
{
    double sum = 0;
    for (const auto& band : profile)
        sum += band[part] / onsetBandCount;
    return sum;
}

/// Mean strength of every `cycle`th beat, from the first, the second and so on, divided by that of all.
std::vector<double> cycleOf(const std::vector<double>& strengths, std::size_t cycle)
{
    std::vector<double> sums(cycle);
    double all = 0;
    for (std::size_t b = 0; b < strengths.size(); ++b) {
        sums[b % cycle] +=
            strengths[b] / (static_cast<double>(strengths.size() + cycle - 1 - b % cycle) / static_cast<double>(cycle));
        all += strengths[b] / static_cast<double>(strengths.size());
    }
    for (double& sum : sums)
        sum = all > 0 ? sum / all : 1;
    return sums;
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value / static_cast<double>(values.size());
    return sum;
}

double unevenness(const std::vector<double>& beats, double period)
{
    double sum = 0;
    for (std::size_t b = 0; b + 1 < beats.size(); ++b)
        sum += std::pow(std::log((beats[b + 1] - beats[b]) / period), 2);
    return std::sqrt(sum / static_cast<double>(beats.size() - 1));
}

/// Appends features one after the other.
class Listing
{
public:
    void add(double value) { values_[next_++] = std::isfinite(value) ? value : 0; }
    /// A feature by its name in readingFeatureNames().
    double valueOf(std::string_view name) const
    {
        return values_[static_cast<std::size_t>(std::ranges::find(readingFeatureNames(), name) -
                                                readingFeatureNames().begin())];
    }
    const ReadingFeatures& values() const { return values_; }

private:
    ReadingFeatures values_{};
    std::size_t next_ = 0;
};

/// Basses on one beat of four and snares two beats later: what kick and snare in turn are at twice their tempo.
double halfTime(const std::vector<double>& bass, const std::vector<double>& snare)
{
    const auto low = cycleOf(bass, 4);
    const auto high = cycleOf(snare, 4);
    double most = 0;
    for (std::size_t b = 0; b < 4; ++b)
        most = std::max(most, std::max(0.0, low[b] - 1) * std::max(0.0, high[(b + 2) % 4] - 1));
    return std::log1p(most);
}

void addAccents(Listing& list, const BeatReading& reading, const OnsetBands& onsets, double period)
{
    std::array<double, onsetBandCount> second{};
    std::array<double, onsetBandCount> third{};
    std::array<std::vector<double>, onsetBandCount> all;
    for (std::size_t band = 0; band < onsetBandCount; ++band) {
        auto& strengths = all[band];
        for (const double beat : reading.beats)
            strengths.push_back(strongestNear(onsets.strengths[band], beat, beatReach(period)));
        second[band] = cycleOf(strengths, 2)[0] - 1;
        third[band] = std::ranges::max(cycleOf(strengths, 3)) - 1;
        list.add(std::abs(second[band]));
    }
    list.add(std::max(0.0, -second[0] * second[2]) + std::max(0.0, -second[0] * second[3]));
    list.add(halfTime(all[0], all[2]));
    list.add(third[0]);
    list.add((third[1] + third[2] + third[3]) / 3);
    for (const std::size_t cycle : {4, 8})
        list.add(std::log(std::ranges::max(cycleOf(all[0], cycle))));
}

void addHarmony(Listing& list, const BeatReading& reading, const OnsetBands& onsets)
{
    const auto changes = toneChanges(reading.beats, onsets, 0);
    list.add(std::log(meanOf(changes) / meanOf(toneChanges(reading.beats, onsets, 0.5))));
    for (const std::size_t cycle : {2, 4, 8})
        list.add(changes.empty() ? 0 : std::log(std::ranges::max(cycleOf(changes, cycle))));
}

} // namespace

std::span<const char* const, readingFeatureCount> readingFeatureNames()
{
    static constexpr std::array<const char*, readingFeatureCount> names{"tempo",
                                                                        "tempo2",
                                                                        "lag/4",
                                                                        "lag/3",
                                                                        "lag/2",
                                                                        "lag*2/3",
                                                                        "lag",
                                                                        "lag*3/2",
                                                                        "lag*2",
                                                                        "lag*3",
                                                                        "lag*4",
                                                                        "on low",
                                                                        "on lowmid",
                                                                        "on highmid",
                                                                        "on high",
                                                                        "on tones",
                                                                        "off low",
                                                                        "off lowmid",
                                                                        "off highmid",
                                                                        "off high",
                                                                        "off tones",
                                                                        "thirds",
                                                                        "swing",
                                                                        "quarters",
                                                                        "two low",
                                                                        "two lowmid",
                                                                        "two highmid",
                                                                        "two high",
                                                                        "two tones",
                                                                        "kick, snare",
                                                                        "half time",
                                                                        "three low",
                                                                        "three",
                                                                        "four low",
                                                                        "eight low",
                                                                        "chain",
                                                                        "harmony",
                                                                        "harmony two",
                                                                        "harmony four",
                                                                        "harmony eight",
                                                                        "uneven",
                                                                        "tempo, off",
                                                                        "tempo, quarters",
                                                                        "tempo, two low",
                                                                        "tempo, two highmid",
                                                                        "tempo, kick, snare"};
    return names;
}

ReadingFeatures featuresOf(const BeatReading& reading, const OnsetBands& onsets, const PulseCurve& pulse,
                           std::span<const float> curve)
{
    const double period = 60 * onsets.frameRate / reading.bpm;
    const auto profile = profileOf(reading.beats, onsets, period);
    Listing list;
    const double octaves = std::log2(reading.bpm / middleBpm);
    list.add(octaves);
    list.add(octaves * octaves);
    for (const double beats : {1 / 4.0, 1 / 3.0, 1 / 2.0, 2 / 3.0, 1.0, 3 / 2.0, 2.0, 3.0, 4.0})
        list.add(pulse.at(period * beats));
    for (const std::size_t part : {std::size_t{0}, parts / 2})
        for (const auto& band : profile)
            list.add(logLevel(band[part]));
    list.add(logLevel((meanOf(profile, parts / 3) + meanOf(profile, 2 * parts / 3)) / 2));
    list.add(logLevel(meanOf(profile, 2 * parts / 3)));
    list.add(logLevel((meanOf(profile, parts / 4) + meanOf(profile, 3 * parts / 4)) / 2));
    addAccents(list, reading, onsets, period);
    double chain = 0;
    for (const double beat : reading.beats)
        chain += strongestNear(curve, beat, 1) / static_cast<double>(reading.beats.size());
    list.add(chain);
    addHarmony(list, reading, onsets);
    list.add(10 * unevenness(reading.beats, period));
    list.add(octaves * logLevel(meanOf(profile, parts / 2)));
    for (const char* name : {"quarters", "two low", "two highmid", "kick, snare"})
        list.add(octaves * list.valueOf(name)); // what is usual of fast beats is not of slow ones
    return list.values();
}

} // namespace sonoloom
