// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/loudnessmatcher.h"

#include "core/analysis/loudness.h"

#include <algorithm>
#include <array>
#include <span>

namespace sonoloom
{

namespace
{

constexpr double shortestSeconds = 0.4; // a block of BS.1770

/// What a side has of these frames; less where it ends before them.
std::span<const float> stretchOf(const AbSounds& sounds, const SideSamples& samples, SampleRange range, std::vector<float>& scratch)
{
    const auto channels = static_cast<std::size_t>(sounds.channels);
    return samples.values(range.first * channels, (range.first + range.count) * channels, scratch);
}

Result<LoudnessMatch> matchOf(const AbSounds& sounds, SampleRange range, JobMonitor& monitor)
{
    LoudnessMatch match;
    match.state = LoudnessMatch::State::TooShort;
    if (static_cast<double>(range.count) < shortestSeconds * sounds.sampleRate)
        return match;
    match.state = LoudnessMatch::State::Silent;
    std::array<double, 2> lufs{};
    for (std::size_t i = 0; i < lufs.size(); ++i) {
        std::vector<float> scratch;
        const auto stretch = stretchOf(sounds, i == 0 ? sounds.a : sounds.b, range, scratch);
        const auto loudness = integratedLoudness(stretch, sounds.sampleRate, sounds.channels, monitor);
        if (!loudness)
            return loudness.error();
        if (!*loudness)
            return match;
        lufs[i] = **loudness;
    }
    match.state = LoudnessMatch::State::Matched;
    match.lufs = std::min(lufs[0], lufs[1]);
    match.gainADb = match.lufs - lufs[0];
    match.gainBDb = match.lufs - lufs[1];
    return match;
}

} // namespace

void LoudnessMatcher::setOn(bool on)
{
    if (on == on_)
        return;
    on_ = on;
    measure();
}

void LoudnessMatcher::setSounds(std::shared_ptr<const AbSounds> sounds)
{
    sounds_ = std::move(sounds);
    measure();
}

void LoudnessMatcher::setStretch(std::size_t first, std::size_t last)
{
    if (first == first_ && last == last_)
        return;
    first_ = first;
    last_ = last;
    measure();
}

void LoudnessMatcher::measure()
{
    using State = LoudnessMatch::State;
    job_.cancel();
    LoudnessMatch now;
    now.state = on_ ? State::Nothing : State::Off;
    if (!on_ || !sounds_ || !sounds_->a.hasWhole() || !sounds_->b.hasWhole()) {
        take(now);
        return;
    }
    now.state = State::Measuring;
    if (match_.state == State::Off || match_.state == State::Nothing)
        take(now); // else the gains stay until there are others
    const std::size_t all = sounds_->frames();
    const std::size_t first = first_ < last_ ? std::min(first_, all) : 0;
    const SampleRange range{first, (first_ < last_ ? std::min(last_, all) : all) - first};
    job_.start<LoudnessMatch>([sounds = sounds_, range](JobMonitor& monitor) { return matchOf(*sounds, range, monitor); },
                              [this](Result<LoudnessMatch> match) {
                                  if (match)
                                      take(*match);
                              });
}

void LoudnessMatcher::take(const LoudnessMatch& match)
{
    if (match == match_)
        return;
    match_ = match;
    emit changed();
}

} // namespace sonoloom
