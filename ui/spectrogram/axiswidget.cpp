// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/axiswidget.h"

#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1; // of what is shown
constexpr double wheelNotch = 120;
constexpr int selectionAlpha = 65;
constexpr double playheadWidth = 1.5;

} // namespace

AxisWidget::AxisWidget(TimeAxis& axis, QWidget* parent) : QWidget(parent), axis_(axis)
{
    connect(&axis_, &TimeAxis::changed, this, qOverload<>(&QWidget::update));
    connect(&axis_, &TimeAxis::selectionChanged, this, qOverload<>(&QWidget::update));
}

void AxisWidget::setPlayhead(double seconds)
{
    const double before = std::exchange(playhead_, seconds);
    for (const double x : {pixelOf(before), pixelOf(seconds)})
        update(QRectF(x - 2, 0, 4, height()).toAlignedRect());
}

QRectF AxisWidget::area() const
{
    return QRectF(rect()).adjusted(plotmargin::left, 0, -plotmargin::right, 0);
}

double AxisWidget::secondsAt(double x) const
{
    return axis_.from() + (x - area().left()) / std::max(1.0, area().width()) * axis_.visible();
}

double AxisWidget::pixelOf(double seconds) const
{
    return area().left() + (axis_.visible() > 0 ? (seconds - axis_.from()) / axis_.visible() * area().width() : 0);
}

void AxisWidget::paintSelection(QPainter& painter) const
{
    if (!axis_.hasSelection())
        return;
    QColor fill = palette().color(QPalette::Highlight);
    fill.setAlpha(selectionAlpha);
    painter.fillRect(QRectF(QPointF(pixelOf(axis_.selectedFrom()), area().top()), QPointF(pixelOf(axis_.selectedTo()), area().bottom())), fill);
}

void AxisWidget::paintPlayhead(QPainter& painter, const QColor& colour) const
{
    painter.setPen(QPen(colour, playheadWidth));
    painter.drawLine(QLineF(pixelOf(playhead_), area().top(), pixelOf(playhead_), area().bottom()));
}

void AxisWidget::wheelEvent(QWheelEvent* event)
{
    const double notches = (event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x()) / wheelNotch;
    if (event->modifiers() & Qt::ControlModifier)
        axis_.zoom(std::pow(zoomStep, -notches), secondsAt(event->position().x()));
    else
        axis_.pan(-notches * panStep * axis_.visible());
}

} // namespace sonoloom
