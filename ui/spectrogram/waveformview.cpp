// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/waveformview.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double clipMark = 4; // pixels

} // namespace

WaveformView::WaveformView(TimeAxis& axis, QWidget* parent) : AxisWidget(axis, parent)
{
    setMinimumHeight(40);
    setAccessibleName(tr("Waveform"));
    setToolTip(tr("The waveform of what is heard. Click to play from there, drag to select; ticks at the edges mark clipped samples."));
}

void WaveformView::setWaveform(std::shared_ptr<const Waveform> waveform, const QString& name)
{
    waveform_ = std::move(waveform);
    name_ = name;
    update();
}

void WaveformView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QRectF area = this->area();
    painter.fillRect(area, palette().color(QPalette::Base));
    painter.drawText(QRect(0, 0, plotmargin::left - 6, height()), Qt::AlignRight | Qt::AlignVCenter, name_);
    if (!waveform_ || axis().visible() <= 0)
        return;
    painter.setClipRect(area.intersected(QRectF(event->rect())));
    const std::size_t channels = waveform_->sound().channelCount();
    const double height = area.height() / static_cast<double>(std::max<std::size_t>(1, channels));
    for (std::size_t c = 0; c < channels; ++c)
        paintLane(painter, QRectF(area.left(), area.top() + static_cast<double>(c) * height, area.width(), height), c);
    paintSelection(painter);
    paintPlayhead(painter, palette().color(QPalette::WindowText));
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
    axis().select(0, 0);
    emit seekRequested(std::clamp(pressed_, 0.0, axis().total()));
}

void WaveformView::mouseMoveEvent(QMouseEvent* event)
{
    const double moved = std::abs(pixelOf(pressed_) - event->position().x());
    if ((event->buttons() & Qt::LeftButton) && waveform_ && moved >= QApplication::startDragDistance())
        axis().select(pressed_, secondsAt(event->position().x()));
}

} // namespace sonoloom
