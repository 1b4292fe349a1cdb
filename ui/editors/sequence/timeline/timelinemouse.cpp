// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/timeline/timelinemouse.h"

#include "ui/spectrogram/timeaxis.h"

#include <QApplication>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double snapReach = 10; // pixels
constexpr double dbAPixel = 0.1;
constexpr double scrollReach = 24; // pixels from the edges
constexpr double scrollStep = 0.02; // of what is shown, an event

using Part = TimelineHit::Part;

} // namespace

TimelineMouse::TimelineMouse(SequenceEditor& editor, TimeAxis& axis, QObject* parent)
    : QObject(parent), editor_(editor), axis_(axis)
{
}

Qt::CursorShape TimelineMouse::cursorFor(TimelineHit::Part part)
{
    switch (part) {
    case Part::Start:
    case Part::End: return Qt::SplitHCursor;
    case Part::Transition: return Qt::SizeHorCursor;
    case Part::Gain: return Qt::SizeVerCursor;
    case Part::Overlap: return Qt::PointingHandCursor;
    case Part::Clip: return Qt::OpenHandCursor;
    case Part::Nothing: break;
    }
    return Qt::ArrowCursor;
}

QString TimelineMouse::textFor(const TimelineHit& hit) const
{
    if (hit.part == Part::Nothing || hit.clip >= editor_.sequence().size())
        return {};
    const SequenceClip& clip = editor_.sequence()[hit.clip];
    const QString name = QString::fromStdString(clip.source.filename().string());
    const double fade = editor_.places()[hit.clip].fadeOut;
    switch (hit.part) {
    case Part::Start: return tr("Drag to trim the start of %1").arg(name);
    case Part::End: return tr("Drag to trim the end of %1").arg(name);
    case Part::Gain: return tr("Drag up or down to change the gain of %1, double-click for 0 dB").arg(name);
    case Part::Transition:
    case Part::Overlap:
        return fade > 0 ? tr("%1 of %2 s; drag the handle, double-click for the next kind").arg(transitionName(clip.transition)).arg(fade, 0, 'f', 2)
                        : tr("Cut; drag the handle to the left to blend");
    default: break;
    }
    return tr("%1 · %2, %3 s long").arg(name, timeText(editor_.places()[hit.clip].from)).arg(editor_.places()[hit.clip].seconds(), 0, 'f', 3);
}

void TimelineMouse::setGap(std::optional<std::size_t> before)
{
    if (before == overlay_.gap)
        return;
    overlay_.gap = before;
    emit changed();
}

void TimelineMouse::press(const QMouseEvent& event, const TimelineLayout& layout)
{
    cancel();
    pressed_ = event.position();
    modifiers_ = event.modifiers();
    hit_ = layout.hit(pressed_);
    if (event.button() == Qt::MiddleButton) {
        drag_ = Drag::Pan;
        return;
    }
    if (event.button() == Qt::RightButton) {
        if (hit_.part != Part::Nothing && !editor_.selection().contains(hit_.clip))
            editor_.selection().click(hit_.clip, {});
        emit menuWanted(event.globalPosition().toPoint());
        return;
    }
    if (event.button() == Qt::LeftButton)
        begin(event, hit_, layout);
}

void TimelineMouse::begin(const QMouseEvent& event, const TimelineHit& hit, const TimelineLayout& layout)
{
    before_ = editor_.sequence();
    const SnapTargets targets(before_, editor_.places(), editor_.looks());
    const double here = layout.secondsAt(event.position().x());
    if (hit.part == Part::Nothing) {
        kept_ = modifiers_ & Qt::ControlModifier ? editor_.selection().clips() : std::vector<std::size_t>();
        editor_.selection().select(kept_);
        drag_ = Drag::Band;
        return;
    }
    place_ = editor_.places()[hit.clip];
    const ClipStretch stretch = stretchOf(before_[hit.clip], editor_.looks().seconds());
    from_ = stretch.from;
    to_ = stretch.to;
    switch (hit.part) {
    case Part::Start:
        drag_ = Drag::Start;
        gripSeconds_ = here - place_.from;
        targets_ = targets.within(hit.clip, editor_.snapping(), places_);
        break;
    case Part::End:
        drag_ = Drag::End;
        gripSeconds_ = here - place_.to;
        targets_ = targets.within(hit.clip, editor_.snapping(), places_);
        break;
    case Part::Transition:
    case Part::Overlap:
        editor_.selection().selectTransition(hit.clip);
        drag_ = hit.part == Part::Transition ? Drag::Transition : Drag::None;
        gripSeconds_ = here - (place_.to - place_.fadeOut);
        targets_ = targets.meeting(hit.clip, editor_.snapping(), places_);
        break;
    case Part::Gain: drag_ = Drag::Gain; break;
    default: drag_ = Drag::Pressed;
    }
    // Several that are selected are dragged together, and with Ctrl copied: what a click means is known when it ends.
    const bool waits = drag_ == Drag::Pressed && (modifiers_ == Qt::ControlModifier || (modifiers_ == Qt::NoModifier && editor_.selection().contains(hit.clip)));
    if (drag_ != Drag::Transition && drag_ != Drag::None && !waits)
        editor_.selection().click(hit.clip, drag_ == Drag::Pressed ? modifiers_ : Qt::NoModifier);
}

void TimelineMouse::move(const QMouseEvent& event, const TimelineLayout& layout)
{
    const QPointF point = event.position();
    if (drag_ == Drag::Pressed && (point - pressed_).manhattanLength() >= QApplication::startDragDistance()) {
        const bool selectsMore = modifiers_ & Qt::ShiftModifier;
        kept_ = selectsMore ? editor_.selection().clips() : std::vector<std::size_t>();
        drag_ = selectsMore ? Drag::Band : Drag::Move;
        if (drag_ == Drag::Move && !editor_.selection().contains(hit_.clip))
            editor_.selection().click(hit_.clip, {});
    }
    switch (drag_) {
    case Drag::Move:
        scrollAt(point.x(), layout);
        setGap(layout.gapAt(point.x()));
        emit told(event.modifiers() & Qt::ControlModifier ? tr("Copy to here") : tr("Move to here; with Ctrl a copy"));
        break;
    case Drag::Start: dragStart(point.x(), layout); break;
    case Drag::End: dragEnd(point.x(), layout); break;
    case Drag::Transition: dragTransition(point.x(), layout); break;
    case Drag::Gain: dragGain(point.y()); break;
    case Drag::Band: dragBand(point, layout); break;
    case Drag::Pan:
        axis_.pan(layout.secondsAt(pressed_.x()) - layout.secondsAt(point.x()));
        pressed_ = point;
        break;
    case Drag::None:
    case Drag::Pressed: break;
    }
}

/// Near the edges the timeline comes along.
void TimelineMouse::scrollAt(double x, const TimelineLayout& layout)
{
    const QRect area = layout.view().area;
    if (x < area.left() + scrollReach)
        axis_.pan(-scrollStep * axis_.visible());
    else if (x > area.right() - scrollReach)
        axis_.pan(scrollStep * axis_.visible());
}

double TimelineMouse::snap(double seconds, const TimelineLayout& layout)
{
    const bool free = QApplication::keyboardModifiers() & Qt::AltModifier;
    const double reach = layout.pixelsASecond() > 0 ? snapReach / layout.pixelsASecond() : 0;
    overlay_.snappedTo = free ? std::nullopt : snapped(seconds, targets_, reach);
    return overlay_.snappedTo.value_or(seconds);
}

/// The clip keeps its place until it is let go; what goes is veiled.
void TimelineMouse::dragStart(double x, const TimelineLayout& layout)
{
    const double at = snap(layout.secondsAt(x) - gripSeconds_, layout);
    const double from = std::clamp(from_ + at - place_.from, 0.0, std::max(0.0, to_ - shortestClip));
    overlay_.trimmed = hit_.clip;
    overlay_.trimmedTo = place_.from + from - from_;
    emit told(tr("Begins at %1 of its source, %2 s long").arg(timeText(from)).arg(to_ - from, 0, 'f', 3));
    emit changed();
}

void TimelineMouse::dragEnd(double x, const TimelineLayout& layout)
{
    const double at = snap(layout.secondsAt(x) - gripSeconds_, layout);
    editor_.change(endTrimmed(before_, hit_.clip, from_ + at - place_.from, editor_.looks().seconds()), tr("Trim clip"));
    const ClipStretch now = stretchOf(editor_.sequence()[hit_.clip], editor_.looks().seconds());
    emit told(tr("Ends at %1 of its source, %2 s long").arg(timeText(now.to)).arg(now.seconds(), 0, 'f', 3));
    emit changed();
}

void TimelineMouse::dragTransition(double x, const TimelineLayout& layout)
{
    const double at = snap(layout.secondsAt(x) - gripSeconds_, layout);
    const ClipTransition was = before_[hit_.clip].transition;
    const ClipTransition kind = was == ClipTransition::Cut ? ClipTransition::Blend : was;
    editor_.change(withTransition(before_, hit_.clip, kind, std::max(0.0, place_.to - at), editor_.looks().seconds()), tr("Set transition"));
    const SequenceClip& clip = editor_.sequence()[hit_.clip];
    emit told(tr("%1: %2 s").arg(transitionName(clip.transition)).arg(clip.transitionSeconds, 0, 'f', 3));
    emit changed();
}

void TimelineMouse::dragGain(double y)
{
    const double db = before_[hit_.clip].gainDb + (pressed_.y() - y) * dbAPixel;
    editor_.setClipGain(hit_.clip, std::round(db / dbAPixel) * dbAPixel);
    emit told(gainText(editor_.sequence()[hit_.clip].gainDb));
}

void TimelineMouse::dragBand(const QPointF& point, const TimelineLayout& layout)
{
    overlay_.band = QRectF(pressed_, point).normalized();
    std::vector<std::size_t> clips = layout.clipsIn(overlay_.band);
    clips.insert(clips.end(), kept_.begin(), kept_.end());
    editor_.selection().select(std::move(clips));
    emit changed();
}

void TimelineMouse::release(const QMouseEvent& event, const TimelineLayout& layout)
{
    const Drag drag = drag_;
    const auto gap = overlay_.gap;
    const auto trimmed = overlay_.trimmed;
    const double from = from_ + overlay_.trimmedTo - place_.from;
    end();
    if (drag == Drag::Move && gap)
        editor_.move(*gap, event.modifiers() & Qt::ControlModifier);
    else if (drag == Drag::Start && trimmed)
        editor_.trimStart(*trimmed, from);
    else if (drag == Drag::Pressed && !(modifiers_ & Qt::ShiftModifier))
        editor_.selection().click(hit_.clip, modifiers_);
    editor_.endGesture();
    emit told(textFor(layout.hit(event.position())));
}

void TimelineMouse::doubleClick(const QMouseEvent& event, const TimelineLayout& layout)
{
    const TimelineHit hit = layout.hit(event.position());
    if (hit.part == Part::Gain) {
        editor_.setClipGain(hit.clip, 0);
    } else if (hit.part == Part::Transition || hit.part == Part::Overlap) {
        const SequenceClip& clip = editor_.sequence()[hit.clip];
        constexpr int kinds = 4;
        const auto next = static_cast<ClipTransition>((static_cast<int>(clip.transition) + 1) % kinds);
        constexpr double firstSeconds = 1;
        editor_.setTransition(hit.clip, next, clip.transitionSeconds > 0 ? clip.transitionSeconds : firstSeconds);
        editor_.selection().selectTransition(hit.clip);
    }
    editor_.endGesture();
}

void TimelineMouse::end()
{
    drag_ = Drag::None;
    overlay_ = {};
    targets_.clear();
    emit changed();
}

void TimelineMouse::cancel()
{
    if (drag_ == Drag::None)
        return;
    const bool edits = drag_ == Drag::End || drag_ == Drag::Transition || drag_ == Drag::Gain;
    end();
    if (edits && editor_.sequence() != before_)
        editor_.document().history().undo();
    editor_.endGesture();
}

} // namespace sonoloom
