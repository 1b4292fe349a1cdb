// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/loudnessmatcher.h"

#include "core/analysis/loudness.h"

#include <algorithm>
#include <array>

namespace sonoloom
{

namespace
{

constexpr double shortestSeconds = 0.4; // a block of BS.1770

/// Frames first..last - 1, with silence where a side has ended.
Audio stretchOf(const AbSounds& sounds, const std::vector<float>& samples, SampleRange range)
{
    const auto count = static_cast<std::size_t>(sounds.channels);
    Audio audio = Audio::silence(sounds.sampleRate, count, range.count);
    for (std::size_t i = 0; i < range.count && (range.first + i + 1) * count <= samples.size(); ++i)
        for (std::size_t c = 0; c < count; ++c)
            audio.channels[c][i] = samples[(range.first + i) * count + c];
    return audio;
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
        const auto loudness = loudnessOf(stretchOf(sounds, i == 0 ? sounds.a : sounds.b, range), {}, 0, monitor);
        if (!loudness)
            return loudness.error();
        if (!loudness->lufs)
            return match;
        lufs[i] = *loudness->lufs;
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
    if (!on_ || !sounds_ || sounds_->a.empty() || sounds_->b.empty()) {
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
