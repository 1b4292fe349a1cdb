// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/waveformview.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1;
constexpr double wheelNotch = 120;
constexpr double clipMark = 4; // pixels

} // namespace

WaveformView::WaveformView(TimeAxis& axis, QWidget* parent) : QWidget(parent), axis_(axis)
{
    setMinimumHeight(40);
    setAccessibleName(tr("Waveform"));
    setToolTip(tr("The waveform of what is heard. Click to play from there, drag to select; ticks at the edges mark clipped samples."));
    connect(&axis_, &TimeAxis::changed, this, qOverload<>(&QWidget::update));
    connect(&axis_, &TimeAxis::selectionChanged, this, qOverload<>(&QWidget::update));
}

void WaveformView::setWaveform(std::shared_ptr<const Waveform> waveform, const QString& name)
{
    waveform_ = std::move(waveform);
    name_ = name;
    update();
}

void WaveformView::setPlayhead(double seconds)
{
    const double before = std::exchange(playhead_, seconds);
    for (const double x : {pixelOf(before), pixelOf(seconds)})
        update(QRectF(x - 2, 0, 4, height()).toAlignedRect());
}

QRect WaveformView::area() const
{
    return rect().adjusted(plotmargin::left, 0, -plotmargin::right, 0);
}

double WaveformView::secondsAt(double x) const
{
    return axis_.from() + (x - area().left()) / std::max(1, area().width()) * axis_.visible();
}

double WaveformView::pixelOf(double seconds) const
{
    return area().left() + (axis_.visible() > 0 ? (seconds - axis_.from()) / axis_.visible() * area().width() : 0);
}

void WaveformView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QRect area = this->area();
    painter.fillRect(area, palette().color(QPalette::Base));
    painter.drawText(QRect(0, 0, plotmargin::left - 6, height()), Qt::AlignRight | Qt::AlignVCenter, name_);
    if (!waveform_ || axis_.visible() <= 0)
        return;
    painter.setClipRect(area.intersected(event->rect()));
    const std::size_t channels = waveform_->sound().channelCount();
    const double height = static_cast<double>(area.height()) / static_cast<double>(std::max<std::size_t>(1, channels));
    for (std::size_t c = 0; c < channels; ++c)
        paintLane(painter, QRectF(area.left(), area.top() + static_cast<double>(c) * height, area.width(), height), c);
    if (axis_.hasSelection()) {
        QColor fill = palette().color(QPalette::Highlight);
        fill.setAlpha(70);
        painter.fillRect(QRectF(QPointF(pixelOf(axis_.selectedFrom()), area.top()), QPointF(pixelOf(axis_.selectedTo()), area.bottom() + 1)), fill);
    }
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
    painter.drawLine(QLineF(pixelOf(playhead_), area.top(), pixelOf(playhead_), area.bottom()));
}

void WaveformView::paintLane(QPainter& painter, const QRectF& lane, std::size_t channel) const
{
    const double middle = lane.center().y();
    const double scale = lane.height() / 2 - 1;
    const double rate = waveform_->sound().sampleRate;
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(QLineF(lane.left(), middle, lane.right(), middle));
    const QRectF clip = painter.clipBoundingRect();
    const double step = 1 / devicePixelRatioF();
    const QPen wave(palette().color(QPalette::Highlight), step);
    for (double x = std::max(lane.left(), clip.left()); x < std::min(lane.right(), clip.right()); x += step) {
        const auto first = static_cast<std::size_t>(std::max(0.0, secondsAt(x) * rate));
        const auto end = std::max(first + 2, static_cast<std::size_t>(std::max(0.0, secondsAt(x + step) * rate)) + 1); // joined to the next
        const Extremes extremes = waveform_->extremes(channel, first, end);
        const double top = std::clamp<double>(extremes.greatest, -1, 1);
        const double bottom = std::clamp<double>(extremes.least, -1, 1);
        painter.setPen(wave);
        painter.drawLine(QLineF(x, middle - top * scale, x, middle - bottom * scale + step));
        painter.setPen(QPen(warningColour(palette()), std::max(1.0, step)));
        if (extremes.greatest >= 1)
            painter.drawLine(QLineF(x, lane.top(), x, lane.top() + clipMark));
        if (extremes.least <= -1)
            painter.drawLine(QLineF(x, lane.bottom() - clipMark, x, lane.bottom()));
    }
}

void WaveformView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !waveform_)
        return;
    pressed_ = secondsAt(event->position().x());
    axis_.select(0, 0);
    emit seekRequested(std::clamp(pressed_, 0.0, axis_.total()));
}

void WaveformView::mouseMoveEvent(QMouseEvent* event)
{
    const double moved = std::abs(pixelOf(pressed_) - event->position().x());
    if ((event->buttons() & Qt::LeftButton) && waveform_ && moved >= QApplication::startDragDistance())
        axis_.select(pressed_, secondsAt(event->position().x()));
}

void WaveformView::wheelEvent(QWheelEvent* event)
{
    const double notches = (event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x()) / wheelNotch;
    if (event->modifiers() & Qt::ControlModifier)
        axis_.zoom(std::pow(zoomStep, -notches), secondsAt(event->position().x()));
    else
        axis_.pan(-notches * panStep * axis_.visible());
}

} // namespace sonoloom
