// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sequenceediting.h"
#include "ui/editors/sequence/clips/cliplooks.h"

#include <vector>

namespace sonoloom
{

/// What edges keep to while they are dragged.
struct SnapChoice {
    enum class Beats { None, Beats, Bars };

    bool on = true;
    bool clips = true;    ///< edges of clips
    bool tiles = true;    ///< lengths of an image within a clip
    Beats beats = Beats::None;
    bool playhead = true; ///< and the ends of the loop
    bool markers = true;
};

/// What there is to keep to beside the clips.
struct SnapPlaces {
    double tileSeconds = 5.12;
    std::vector<double> playhead; ///< and the ends of the loop
    std::vector<double> markers;
};

/// The beats, or downbeats, of a sound that a clip takes, in seconds of the timeline; none of what is no sound.
std::vector<double> beatsOf(const SequenceClip& clip, const ClipPlace& place, const ClipLooks& looks, bool downbeats);

/// All that edges snap to, in no order. Without `choice.on` none.
class SnapTargets
{
public:
    SnapTargets(const Sequence& sequence, const std::vector<ClipPlace>& places, const ClipLooks& looks);

    /// For places anywhere on the timeline.
    std::vector<double> all(const SnapChoice& choice, const SnapPlaces& others) const;
    /// For an edge of one clip, whose neighbours move with it: what lies within its source.
    std::vector<double> within(std::size_t clip, const SnapChoice& choice, const SnapPlaces& others) const;
    /// For where the clip behind `clip` begins: as all(), and where a beat of one meets a beat of the other.
    std::vector<double> meeting(std::size_t clip, const SnapChoice& choice, const SnapPlaces& others) const;

private:
    void addTiles(std::vector<double>& to, std::size_t clip, double tileSeconds) const;
    void addBeats(std::vector<double>& to, std::size_t clip, SnapChoice::Beats beats) const;

    const Sequence& sequence_;
    const std::vector<ClipPlace>& places_;
    const ClipLooks& looks_;
};

} // namespace sonoloom
