// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sequenceediting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sonoloom
{

namespace
{

constexpr double column = 0.01; ///< of most images
constexpr double leastGainDb = -120;
constexpr double greatestGainDb = 60;

double onColumn(double seconds)
{
    return std::round(seconds / column) * column;
}

bool overlaps(const SequenceClip& clip)
{
    return clip.transition != ClipTransition::Cut && clip.transitionSeconds > 0;
}

/// Of each clip to the next one, as they are; the last has none.
std::vector<double> transitionsOf(const Sequence& sequence)
{
    std::vector<double> seconds(sequence.size(), 0.0);
    for (std::size_t c = 0; c + 1 < sequence.size(); ++c)
        if (overlaps(sequence[c]))
            seconds[c] = sequence[c].transitionSeconds;
    return seconds;
}

/// As long as the clips allow.
std::vector<double> fittingTransitions(const Sequence& sequence, const SourceSeconds& sources)
{
    const std::vector<double> wanted = transitionsOf(sequence);
    std::vector<double> seconds = wanted;
    for (std::size_t c = 0; c < sequence.size(); ++c) {
        const double before = c > 0 ? wanted[c - 1] : 0;
        const double both = before + wanted[c];
        const double room = stretchOf(sequence[c], sources).seconds();
        if (both <= room || both <= 0)
            continue;
        if (c > 0)
            seconds[c - 1] = std::min(seconds[c - 1], before * room / both);
        seconds[c] = std::min(seconds[c], wanted[c] * room / both);
    }
    return seconds;
}

/// Whether it is more than a guess how long the clip is.
bool isKnown(const SequenceClip& clip, const SourceSeconds& sources)
{
    return clip.to > 0 || sources.of(clip.source);
}

std::vector<std::size_t> numbers(std::size_t first, std::size_t count)
{
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), first);
    return all;
}

bool isAmong(const std::vector<std::size_t>& clips, std::size_t clip)
{
    return std::ranges::binary_search(clips, clip);
}

} // namespace

std::optional<double> SourceSeconds::of(const std::filesystem::path& source) const
{
    const auto found = known_.find(source.native());
    return found == known_.end() ? std::nullopt : std::optional(found->second);
}

ClipStretch stretchOf(const SequenceClip& clip, const SourceSeconds& sources)
{
    const auto known = sources.of(clip.source);
    const double end = known.value_or(clip.to > clip.from ? clip.to : clip.from + SourceSeconds::unknown);
    const double to = clip.to > 0 ? std::min(clip.to, end) : end;
    return {std::min(clip.from, to), to};
}

std::vector<ClipPlace> placesOf(const Sequence& sequence, const SourceSeconds& sources)
{
    const std::vector<double> transitions = fittingTransitions(sequence, sources);
    std::vector<ClipPlace> places(sequence.size());
    double at = 0;
    for (std::size_t c = 0; c < sequence.size(); ++c) {
        const double end = at + stretchOf(sequence[c], sources).seconds();
        places[c] = {at, end, c > 0 ? transitions[c - 1] : 0, transitions[c]};
        at = end - transitions[c];
    }
    return places;
}

std::optional<std::size_t> clipAt(std::span<const ClipPlace> places, double seconds)
{
    if (places.empty() || seconds < 0 || seconds >= places.back().to)
        return std::nullopt;
    const auto next = std::ranges::upper_bound(places, seconds, {}, &ClipPlace::from);
    return static_cast<std::size_t>(next - places.begin()) - 1;
}

Sequence fitted(Sequence sequence, const SourceSeconds& sources)
{
    const std::vector<double> transitions = fittingTransitions(sequence, sources);
    for (std::size_t c = 0; c + 1 < sequence.size(); ++c) {
        if (!overlaps(sequence[c]) || !isKnown(sequence[c], sources) || !isKnown(sequence[c + 1], sources))
            continue;
        sequence[c].transitionSeconds = transitions[c];
        if (transitions[c] < column)
            sequence[c].transition = ClipTransition::Cut;
    }
    return sequence;
}

SequenceEdit inserted(Sequence sequence, std::size_t at, const Sequence& clips)
{
    at = std::min(at, sequence.size());
    sequence.insert(sequence.begin() + static_cast<std::ptrdiff_t>(at), clips.begin(), clips.end());
    return {std::move(sequence), numbers(at, clips.size())};
}

SequenceEdit moved(const Sequence& sequence, const std::vector<std::size_t>& clips, std::size_t before)
{
    const auto leaving = std::ranges::lower_bound(clips, before) - clips.begin();
    const std::size_t at = std::min(before, sequence.size()) - static_cast<std::size_t>(leaving);
    return inserted(removed(sequence, clips).sequence, at, picked(sequence, clips));
}

SequenceEdit removed(const Sequence& sequence, const std::vector<std::size_t>& clips)
{
    SequenceEdit left;
    for (std::size_t c = 0; c < sequence.size(); ++c)
        if (!isAmong(clips, c))
            left.sequence.push_back(sequence[c]);
    return left;
}

SequenceEdit repeated(const Sequence& sequence, const std::vector<std::size_t>& clips, int times)
{
    if (clips.empty())
        return {sequence, {}};
    const Sequence one = picked(sequence, clips);
    Sequence all;
    for (int i = 0; i < times; ++i)
        all.insert(all.end(), one.begin(), one.end());
    return inserted(sequence, clips.back() + 1, all);
}

Sequence picked(const Sequence& sequence, const std::vector<std::size_t>& clips)
{
    Sequence chosen;
    for (const std::size_t clip : clips)
        chosen.push_back(sequence[clip]);
    return chosen;
}

std::optional<SequenceEdit> splitAt(const Sequence& sequence, double seconds, const SourceSeconds& sources)
{
    const auto places = placesOf(sequence, sources);
    const auto clip = clipAt(places, seconds);
    if (!clip)
        return std::nullopt;
    const ClipPlace& place = places[*clip];
    const double into = seconds - place.from;
    if (into - place.fadeIn < shortestClip || place.seconds() - into - place.fadeOut < shortestClip)
        return std::nullopt;
    Sequence split = sequence;
    SequenceClip second = sequence[*clip];
    second.from = onColumn(stretchOf(second, sources).from + into);
    split[*clip].to = second.from;
    split[*clip].transition = ClipTransition::Cut;
    split[*clip].transitionSeconds = 0;
    split.insert(split.begin() + static_cast<std::ptrdiff_t>(*clip) + 1, second);
    return SequenceEdit{std::move(split), {*clip + 1}};
}

Sequence startTrimmed(Sequence sequence, std::size_t clip, double from, const SourceSeconds& sources)
{
    const ClipStretch stretch = stretchOf(sequence[clip], sources);
    sequence[clip].from = std::clamp(onColumn(from), 0.0, std::max(0.0, stretch.to - shortestClip));
    return fitted(std::move(sequence), sources);
}

Sequence endTrimmed(Sequence sequence, std::size_t clip, double to, const SourceSeconds& sources)
{
    const auto known = sources.of(sequence[clip].source);
    const double least = sequence[clip].from + shortestClip;
    sequence[clip].to = known && to >= *known ? 0 : std::max(onColumn(to), least);
    return fitted(std::move(sequence), sources);
}

Sequence withGain(Sequence sequence, const std::vector<std::size_t>& clips, double db)
{
    for (const std::size_t clip : clips)
        sequence[clip].gainDb = std::clamp(db, leastGainDb, greatestGainDb);
    return sequence;
}

double transitionRoom(const Sequence& sequence, std::size_t clip, const SourceSeconds& sources)
{
    if (clip + 1 >= sequence.size())
        return 0;
    const std::vector<double> transitions = fittingTransitions(sequence, sources);
    const double before = clip > 0 ? transitions[clip - 1] : 0;
    const double own = stretchOf(sequence[clip], sources).seconds() - before;
    const double next = stretchOf(sequence[clip + 1], sources).seconds() - transitions[clip + 1];
    return std::max(0.0, std::min(own, next));
}

Sequence withTransition(Sequence sequence, std::size_t clip, ClipTransition kind, double seconds,
                        const SourceSeconds& sources)
{
    const double fitting = std::min(onColumn(seconds), transitionRoom(sequence, clip, sources));
    const bool cut = kind == ClipTransition::Cut || fitting < column;
    sequence[clip].transition = cut ? ClipTransition::Cut : kind;
    sequence[clip].transitionSeconds = cut ? 0 : fitting;
    return sequence;
}

Sequence withTransitions(Sequence sequence, const std::vector<std::size_t>& clips, ClipTransition kind, double seconds,
                         const SourceSeconds& sources)
{
    const bool cut = kind == ClipTransition::Cut || onColumn(seconds) < column;
    for (const std::size_t clip : clips)
        if (isAmong(clips, clip + 1)) {
            sequence[clip].transition = cut ? ClipTransition::Cut : kind;
            sequence[clip].transitionSeconds = cut ? 0 : onColumn(seconds);
        }
    return fitted(std::move(sequence), sources);
}

std::optional<double> snapped(double seconds, std::span<const double> targets, double reach)
{
    const auto nearest = std::ranges::min_element(targets, {}, [&](double target) { return std::abs(target - seconds); });
    if (nearest == targets.end() || std::abs(*nearest - seconds) > reach)
        return std::nullopt;
    return *nearest;
}

} // namespace sonoloom
