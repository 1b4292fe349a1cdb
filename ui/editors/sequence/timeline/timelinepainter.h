// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/marker.h"
#include "ui/editors/sequence/clips/cliplooks.h"
#include "ui/editors/sequence/clips/clipselection.h"
#include "ui/editors/sequence/timeline/timelinelayout.h"

#include <QPalette>

#include <optional>
#include <span>

class QPainter;

namespace sonoloom
{

/// What a gesture that is going on shows over the clips.
struct TimelineOverlay {
    std::optional<std::size_t> gap;        ///< before this clip is where it would be dropped
    QRectF band;                           ///< what is being selected
    std::optional<std::size_t> trimmed;    ///< the clip whose start is dragged
    double trimmedTo = 0;                  ///< to these seconds of the timeline
    std::optional<double> snappedTo;       ///< seconds
};

/// All that is seen of a timeline.
struct TimelineScene {
    const TimelineLayout& layout;
    const Sequence& sequence;
    const ClipLooks& looks;
    const ClipSelection& selection;
    const TimelineOverlay& overlay;
    QPalette palette;
    bool beats = false;  ///< marks of beats in the clips of sounds
};

/// Paints clips, transitions and the overlay; of the clips only those that touch `dirty`.
void paintTimeline(QPainter& painter, const TimelineScene& scene, const QRect& dirty);

/// "cut", "blend" ... for the user.
QString transitionName(ClipTransition kind);
/// "−3.0 dB"
QString gainText(double db);

} // namespace sonoloom
