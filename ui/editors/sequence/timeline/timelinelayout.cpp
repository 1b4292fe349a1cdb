// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/timeline/timelinelayout.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double edgeReach = 6; // pixels
constexpr double handleSize = 14;
constexpr double leastForHandle = 24; ///< pixels that a clip must be wide
constexpr double leastForGain = 72;
constexpr double gainWidth = 62;
constexpr double gainHeight = 16;
constexpr double laneGap = 2;

} // namespace

double TimelineLayout::pixelOf(double seconds) const
{
    return view_.area.left() + (seconds - view_.from) * pixelsASecond();
}

double TimelineLayout::secondsAt(double x) const
{
    return pixelsASecond() > 0 ? view_.from + (x - view_.area.left()) / pixelsASecond() : 0;
}

QRectF TimelineLayout::clip(std::size_t number) const
{
    const ClipPlace& place = places_[number];
    const double height = view_.twoLanes ? (view_.area.height() - laneGap) / 2.0 : view_.area.height();
    const double top = view_.area.top() + (view_.twoLanes && number % 2 == 1 ? height + laneGap : 0);
    return {pixelOf(place.from), top, place.seconds() * pixelsASecond(), height};
}

QRectF TimelineLayout::head(std::size_t number) const
{
    QRectF head = clip(number);
    head.setHeight(std::min<double>(headHeight, head.height()));
    return head;
}

QRectF TimelineLayout::overlap(std::size_t number) const
{
    if (number + 1 >= places_.size())
        return {};
    const double from = pixelOf(places_[number + 1].from);
    return {from, static_cast<double>(view_.area.top()), pixelOf(places_[number].to) - from,
            static_cast<double>(view_.area.height())};
}

QRectF TimelineLayout::handle(std::size_t number) const
{
    if (number + 1 >= places_.size() || std::min(clip(number).width(), clip(number + 1).width()) < leastForHandle)
        return {};
    const double middle = view_.twoLanes ? view_.area.center().y() + 0.5 : view_.area.top() + headHeight / 2.0;
    return {pixelOf(places_[number + 1].from) - handleSize / 2, middle - handleSize / 2, handleSize, handleSize};
}

QRectF TimelineLayout::gain(std::size_t number) const
{
    const QRectF all = clip(number);
    const double free = all.width() - places_[number].fadeIn * pixelsASecond();
    if (free < leastForGain || all.height() < 3 * gainHeight)
        return {};
    return {all.right() - free + edgeReach, all.bottom() - gainHeight - 3, gainWidth, gainHeight};
}

TimelineLayout::Range TimelineLayout::visible() const
{
    const double end = view_.from + view_.visible;
    const auto first = std::ranges::lower_bound(places_, view_.from, {}, &ClipPlace::to);
    const auto last = std::ranges::upper_bound(places_, end, {}, &ClipPlace::from);
    const auto number = [&](auto place) { return static_cast<std::size_t>(place - places_.begin()); };
    return {number(first), std::max(number(first), number(last))};
}

bool TimelineLayout::isEdge(std::size_t number, const QPointF& point, bool atEnd) const
{
    const QRectF all = clip(number);
    const double reach = std::min(edgeReach, all.width() / 4);
    const double away = atEnd ? all.right() - point.x() : point.x() - all.left();
    return all.contains(point) && away >= 0 && away < reach;
}

std::optional<TimelineHit> TimelineLayout::hitBetween(std::size_t number, const QPointF& point) const
{
    using Part = TimelineHit::Part;
    if (handle(number).contains(point))
        return TimelineHit{Part::Transition, number};
    if (isEdge(number, point, true))
        return TimelineHit{Part::End, number};
    if (number + 1 < places_.size() && isEdge(number + 1, point, false))
        return TimelineHit{Part::Start, number + 1};
    if (overlap(number).contains(point))
        return TimelineHit{Part::Overlap, number};
    return std::nullopt;
}

std::optional<TimelineHit> TimelineLayout::hitClip(std::size_t number, const QPointF& point) const
{
    using Part = TimelineHit::Part;
    if (gain(number).contains(point))
        return TimelineHit{Part::Gain, number};
    if (isEdge(number, point, false))
        return TimelineHit{Part::Start, number};
    if (clip(number).contains(point))
        return TimelineHit{Part::Clip, number};
    return std::nullopt;
}

TimelineHit TimelineLayout::hit(const QPointF& point) const
{
    if (!view_.area.contains(point.toPoint()))
        return {};
    const Range range = visible();
    const std::size_t first = range.first > 0 ? range.first - 1 : 0;
    for (std::size_t c = first; c < std::min(range.end + 1, places_.size()); ++c)
        if (const auto found = hitBetween(c, point))
            return *found;
    for (std::size_t c = range.first; c < range.end; ++c)
        if (const auto found = hitClip(c, point))
            return *found;
    return {};
}

std::size_t TimelineLayout::gapAt(double x) const
{
    const double seconds = secondsAt(x);
    const auto middle = [](const ClipPlace& place) { return 0.5 * (place.from + place.to); };
    return static_cast<std::size_t>(std::ranges::upper_bound(places_, seconds, {}, middle) - places_.begin());
}

double TimelineLayout::gapSeconds(std::size_t before) const
{
    return before < places_.size() ? places_[before].from : seconds();
}

std::vector<std::size_t> TimelineLayout::clipsIn(const QRectF& rectangle) const
{
    std::vector<std::size_t> clips;
    for (std::size_t c = 0; c < places_.size(); ++c)
        if (clip(c).intersects(rectangle))
            clips.push_back(c);
    return clips;
}

} // namespace sonoloom
