// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/clips/snapping.h"

#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double leastTile = 0.1;

void append(std::vector<double>& to, const std::vector<double>& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

std::vector<double> beatsOf(const SequenceClip& clip, const ClipPlace& place, const ClipLooks& looks, bool downbeats)
{
    const ClipLook* look = looks.find(clip.source);
    if (!look || !look->tempo)
        return {};
    const ClipStretch stretch = stretchOf(clip, looks.seconds());
    std::vector<double> beats;
    for (const double beat : downbeats ? look->tempo->downbeats : look->tempo->beats)
        if (beat >= stretch.from && beat <= stretch.to)
            beats.push_back(place.from + beat - stretch.from);
    return beats;
}

SnapTargets::SnapTargets(const Sequence& sequence, const std::vector<ClipPlace>& places, const ClipLooks& looks)
    : sequence_(sequence), places_(places), looks_(looks)
{
}

/// Multiples of an image's length from where the source begins.
void SnapTargets::addTiles(std::vector<double>& to, std::size_t clip, double tileSeconds) const
{
    if (tileSeconds < leastTile)
        return;
    const ClipStretch stretch = stretchOf(sequence_[clip], looks_.seconds());
    for (double at = std::ceil(stretch.from / tileSeconds) * tileSeconds; at <= stretch.to; at += tileSeconds)
        to.push_back(places_[clip].from + at - stretch.from);
}

void SnapTargets::addBeats(std::vector<double>& to, std::size_t clip, SnapChoice::Beats beats) const
{
    if (beats != SnapChoice::Beats::None)
        append(to, beatsOf(sequence_[clip], places_[clip], looks_, beats == SnapChoice::Beats::Bars));
}

std::vector<double> SnapTargets::all(const SnapChoice& choice, const SnapPlaces& others) const
{
    std::vector<double> targets;
    if (!choice.on)
        return targets;
    for (std::size_t c = 0; c < places_.size(); ++c) {
        if (choice.clips)
            append(targets, {places_[c].from, places_[c].to});
        if (choice.tiles)
            addTiles(targets, c, others.tileSeconds);
        addBeats(targets, c, choice.beats);
    }
    if (choice.playhead)
        append(targets, others.playhead);
    if (choice.markers)
        append(targets, others.markers);
    return targets;
}

std::vector<double> SnapTargets::within(std::size_t clip, const SnapChoice& choice, const SnapPlaces& others) const
{
    std::vector<double> targets;
    if (!choice.on)
        return targets;
    if (choice.tiles)
        addTiles(targets, clip, others.tileSeconds);
    addBeats(targets, clip, choice.beats);
    if (choice.playhead)
        append(targets, others.playhead);
    if (choice.markers)
        append(targets, others.markers);
    return targets;
}

std::vector<double> SnapTargets::meeting(std::size_t clip, const SnapChoice& choice, const SnapPlaces& others) const
{
    std::vector<double> targets = within(clip, choice, others);
    if (!choice.on || choice.beats == SnapChoice::Beats::None || clip + 1 >= places_.size())
        return targets;
    const bool bars = choice.beats == SnapChoice::Beats::Bars;
    const auto mine = beatsOf(sequence_[clip], places_[clip], looks_, bars);
    const auto next = beatsOf(sequence_[clip + 1], places_[clip + 1], looks_, bars);
    if (next.empty())
        return targets;
    std::vector<double> met; // beats on beats come before anything else
    for (const double beat : mine)
        met.push_back(beat - (next.front() - places_[clip + 1].from));
    return met.empty() ? targets : met;
}

} // namespace sonoloom
