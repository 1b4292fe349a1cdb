// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sequenceediting.h"

#include <QRect>
#include <QRectF>

#include <optional>
#include <vector>

namespace sonoloom
{

/// What of a timeline lies under a point.
struct TimelineHit {
    enum class Part {
        Nothing,
        Clip,
        Start,      ///< the edge where the clip begins
        End,        ///< the edge where it ends
        Transition, ///< the handle between the clip and the next one
        Overlap,    ///< where the clip and the next one lie on each other
        Gain        ///< the clip's gain, which can be dragged
    };
    Part part = Part::Nothing;
    std::size_t clip = 0;
};

/// Where the clips of a sequence lie on the screen: on one lane, or on two in turn. Pixels of the widget.
class TimelineLayout
{
public:
    static constexpr int headHeight = 18; ///< of the strip with a clip's name, by which it is dragged

    struct View {
        QRect area;
        double from = 0; ///< seconds at its left edge
        double visible = 1;
        bool twoLanes = false;
    };

    TimelineLayout() = default;
    TimelineLayout(std::vector<ClipPlace> places, const View& view) : places_(std::move(places)), view_(view) {}

    const std::vector<ClipPlace>& places() const { return places_; }
    const View& view() const { return view_; }
    /// Of the whole sequence, in seconds.
    double seconds() const { return places_.empty() ? 0 : places_.back().to; }

    double pixelOf(double seconds) const;
    double secondsAt(double x) const;
    double pixelsASecond() const { return view_.visible > 0 ? view_.area.width() / view_.visible : 0; }

    QRectF clip(std::size_t number) const;
    QRectF head(std::size_t number) const;
    /// Where the clip and the next one lie on each other; no width where they do not.
    QRectF overlap(std::size_t number) const;
    /// What sets the length of the transition to the next clip; empty where there is no room for it.
    QRectF handle(std::size_t number) const;
    /// Where the clip's gain stands; empty where there is no room.
    QRectF gain(std::size_t number) const;

    /// The clips of which something is in sight: first .. end - 1.
    struct Range {
        std::size_t first = 0;
        std::size_t end = 0;
    };
    Range visible() const;

    TimelineHit hit(const QPointF& point) const;
    /// Before which clip what is dropped at this place goes.
    std::size_t gapAt(double x) const;
    /// Where that gap is, in seconds.
    double gapSeconds(std::size_t before) const;
    /// The clips that a rectangle touches.
    std::vector<std::size_t> clipsIn(const QRectF& rectangle) const;

private:
    bool isEdge(std::size_t number, const QPointF& point, bool atEnd) const;
    std::optional<TimelineHit> hitBetween(std::size_t number, const QPointF& point) const;
    std::optional<TimelineHit> hitClip(std::size_t number, const QPointF& point) const;

    std::vector<ClipPlace> places_;
    View view_;
};

} // namespace sonoloom
