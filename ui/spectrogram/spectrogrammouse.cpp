// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/spectrogrammouse.h"

#include "ui/spectrogram/spectrogramview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1; // of what is visible, a notch of the wheel
constexpr double wheelNotch = 120;
constexpr double semitones = 12;

} // namespace

SpectrogramMouse::SpectrogramMouse(SpectrogramView& view, TimeAxis& axis, FrequencyAxis& bands)
    : QObject(&view), view_(view), axis_(axis), bands_(bands)
{
}

bool SpectrogramMouse::handle(QEvent* event)
{
    switch (event->type()) {
    case QEvent::Wheel: onWheel(*static_cast<QWheelEvent*>(event)); return true;
    case QEvent::MouseButtonPress: onPress(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::MouseMove: onMove(static_cast<QMouseEvent*>(event)->pos()); return true;
    case QEvent::MouseButtonRelease: onRelease(static_cast<QMouseEvent*>(event)->pos()); return true;
    case QEvent::KeyPress: return onKey(*static_cast<QKeyEvent*>(event));
    case QEvent::MouseButtonDblClick:
        if (static_cast<QMouseEvent*>(event)->button() == Qt::MiddleButton)
            axis_.fit();
        return true;
    default: return false;
    }
}

void SpectrogramMouse::onWheel(const QWheelEvent& event)
{
    const QPoint angle = event.angleDelta();
    const QPoint point = event.position().toPoint();
    const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / wheelNotch; // Alt makes x of y
    const bool zooms = (wheelUse_ == WheelUse::Zoom) != event.modifiers().testFlag(Qt::ControlModifier);
    if (event.modifiers() & Qt::AltModifier)
        bands_.zoom(std::pow(zoomStep, -notches), view_.placeAt(point.y()));
    else if (event.modifiers() & Qt::ShiftModifier)
        bands_.pan(notches * panStep * bands_.visible());
    else if (zooms && angle.y() != 0)
        axis_.zoom(std::pow(zoomStep, -notches), view_.secondsAt(point.x()));
    else
        axis_.pan(-notches * panStep * axis_.visible());
}

/// Arrows, where the view has the focus: left and right pan, with Shift extend what is selected; up and down zoom.
bool SpectrogramMouse::onKey(const QKeyEvent& event)
{
    const bool sideways = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    const double direction = event.key() == Qt::Key_Left || event.key() == Qt::Key_Up ? -1 : 1;
    const double step = direction * panStep * axis_.visible();
    if (sideways && event.modifiers() == Qt::ShiftModifier) {
        const double from = axis_.hasSelection() ? axis_.selectedFrom() : view_.playhead();
        const double to = axis_.hasSelection() ? axis_.selectedTo() : from;
        axis_.select(from, std::max(from, to + step / 2));
    } else if (sideways && event.modifiers() == Qt::NoModifier) {
        axis_.pan(step);
    } else if ((event.key() == Qt::Key_Up || event.key() == Qt::Key_Down) && event.modifiers() == Qt::NoModifier) {
        axis_.zoom(std::pow(zoomStep, direction), axis_.middle());
    } else {
        return false;
    }
    return true;
}

void SpectrogramMouse::onPress(const QMouseEvent& event)
{
    if (!view_.spectrogram())
        return;
    const QPoint point = event.pos();
    const QRect area = view_.picture();
    pressed_ = point;
    pressedSeconds_ = view_.secondsAt(point.x());
    pressedPlace_ = view_.placeAt(point.y());
    moved_ = false;
    if (event.button() == Qt::RightButton) {
        emit menuRequested(point, point.x() < area.left());
    } else if (event.button() == Qt::LeftButton && point.y() > area.bottom() && point.x() >= area.left()) {
        drag_ = Drag::Ruler;
        emit scrubbed(std::clamp(pressedSeconds_, 0.0, axis_.total()));
    } else if (area.contains(point)) {
        const bool left = event.button() == Qt::LeftButton;
        drag_ = event.button() == Qt::MiddleButton                                         ? Drag::Pan
                : !left                                                                     ? Drag::None
                : view_.isOnDivider(point)                                                  ? Drag::Divider
                : tool_ != DragTool::Navigate                                               ? Drag::Tool
                : event.modifiers().testFlag(Qt::ShiftModifier)                             ? Drag::Zoom
                                                                                            : Drag::Pan;
    }
}

void SpectrogramMouse::showCursor(const QPoint& point)
{
    const QRect area = view_.picture();
    view_.setPictureCursor(view_.isOnDivider(point)                                    ? Qt::SplitHCursor
                           : point.y() > area.bottom() && point.x() >= area.left()     ? Qt::PointingHandCursor
                           : !area.contains(point)                                     ? Qt::ArrowCursor
                           : tool_ == DragTool::Navigate                               ? Qt::OpenHandCursor
                           : tool_ == DragTool::Time                                   ? Qt::IBeamCursor
                                                                                       : Qt::CrossCursor);
}

void SpectrogramMouse::onMove(const QPoint& point)
{
    if (drag_ == Drag::None) {
        showCursor(point);
        return;
    }
    if (drag_ == Drag::Ruler) {
        emit scrubbed(std::clamp(view_.secondsAt(point.x()), 0.0, axis_.total()));
        return;
    }
    if (drag_ == Drag::Divider) {
        const QRect area = view_.picture();
        view_.setDivider(static_cast<double>(point.x() - area.left()) / std::max(1, area.width()));
        return;
    }
    moved_ = moved_ || (point - pressed_).manhattanLength() >= QApplication::startDragDistance();
    if (moved_)
        dragTo(point);
}

void SpectrogramMouse::dragTo(const QPoint& point)
{
    if (drag_ == Drag::Pan) {
        axis_.pan(pressedSeconds_ - view_.secondsAt(point.x()));
        bands_.pan(pressedPlace_ - view_.placeAt(point.y()));
        return;
    }
    if (tool_ == DragTool::Measure && drag_ == Drag::Tool) {
        measureTo(point);
        return;
    }
    axis_.select(pressedSeconds_, view_.secondsAt(point.x()));
    if (tool_ == DragTool::Region || drag_ == Drag::Zoom)
        bands_.select(pressedPlace_, view_.placeAt(point.y()));
    else
        bands_.select(0, 0);
}

void SpectrogramMouse::measureTo(const QPoint& point)
{
    const Reading from = view_.read(pressedSeconds_, pressedPlace_);
    const Reading to = view_.read(view_.secondsAt(point.x()), view_.placeAt(point.y()));
    view_.setMeasure(QLine(pressed_, point));
    emit measured(tr("%1 s · %2 Hz · %3 semitones · %4 dB")
                      .arg(to.seconds - from.seconds, 0, 'f', 3)
                      .arg(to.hertz - from.hertz, 0, 'f', 1)
                      .arg(semitones * std::log2(std::max(1.0, to.hertz) / std::max(1.0, from.hertz)), 0, 'f', 2)
                      .arg(to.decibels - from.decibels, 0, 'f', 1));
}

void SpectrogramMouse::onRelease(const QPoint& point)
{
    const Drag drag = std::exchange(drag_, Drag::None);
    if (drag == Drag::Ruler)
        emit scrubEnded();
    else if (drag == Drag::Zoom && moved_) {
        axis_.show(axis_.selectedFrom(), axis_.selectedTo());
        bands_.showPart(bands_.selectedFrom(), bands_.selectedTo());
        axis_.select(0, 0);
        bands_.select(0, 0);
    } else if ((drag == Drag::Tool || (drag == Drag::Pan && tool_ == DragTool::Navigate)) && !moved_) {
        if (drag == Drag::Tool) {
            axis_.select(0, 0);
            bands_.select(0, 0);
        }
        view_.setMeasure({});
        emit measured({});
        emit clicked(std::clamp(view_.secondsAt(point.x()), 0.0, axis_.total()));
    }
    moved_ = false;
}

} // namespace sonoloom
