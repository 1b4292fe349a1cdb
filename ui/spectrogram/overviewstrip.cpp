// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/overviewstrip.h"

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
constexpr double wheelNotch = 120;

} // namespace

OverviewStrip::OverviewStrip(TimeAxis& axis, QWidget* parent) : QWidget(parent), axis_(axis)
{
    setFixedHeight(sizeHint().height());
    setAccessibleName(tr("Overview"));
    setToolTip(tr("All of the sound. Drag to move what is shown below, double-click to show all."));
    connect(&axis_, &TimeAxis::changed, this, qOverload<>(&QWidget::update));
    connect(&axis_, &TimeAxis::selectionChanged, this, qOverload<>(&QWidget::update));
}

void OverviewStrip::setSpectrogram(std::shared_ptr<const DisplaySpectrogram> spectrogram)
{
    spectrogram_ = std::move(spectrogram);
    picture_ = {};
    update();
}

void OverviewStrip::setColourScale(const ColourScale& scale)
{
    if (scale == scale_)
        return;
    scale_ = scale;
    picture_ = {};
    update();
}

void OverviewStrip::setPlayhead(double seconds)
{
    if (std::abs(pixelOf(seconds) - pixelOf(playhead_)) >= 1)
        update();
    playhead_ = seconds;
}

void OverviewStrip::setMarkers(std::vector<double> seconds)
{
    markers_ = std::move(seconds);
    update();
}

QRect OverviewStrip::area() const
{
    return rect().adjusted(plotmargin::left, 0, -plotmargin::right, 0);
}

double OverviewStrip::secondsAt(double x) const
{
    return (x - area().left()) / std::max(1, area().width()) * axis_.total();
}

double OverviewStrip::pixelOf(double seconds) const
{
    return area().left() + (axis_.total() > 0 ? seconds / axis_.total() * area().width() : 0);
}

void OverviewStrip::paintPicture(const QSize& size)
{
    if (picture_.size() != size)
        picture_ = paintSpectrogram(*spectrogram_, {0, axis_.total(), 0, 1, FrequencyScale::Own}, size, scale_);
}

void OverviewStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area = this->area();
    painter.fillRect(area, palette().color(QPalette::Base));
    if (!spectrogram_ || axis_.total() <= 0)
        return;
    paintPicture(area.size() * devicePixelRatioF());
    painter.drawImage(area, picture_);
    const QRectF shown(QPointF(pixelOf(axis_.from()), area.top()), QPointF(pixelOf(axis_.to()), area.bottom()));
    const QColor veil(0, 0, 0, 150);
    painter.fillRect(QRectF(area.topLeft(), QPointF(shown.left(), area.bottom() + 1)), veil);
    painter.fillRect(QRectF(QPointF(shown.right(), area.top()), QPointF(area.right() + 1, area.bottom() + 1)), veil);
    if (axis_.hasSelection()) {
        QColor fill = palette().color(QPalette::Highlight).lighter(130);
        fill.setAlpha(110);
        painter.fillRect(QRectF(QPointF(pixelOf(axis_.selectedFrom()), area.top()), QPointF(pixelOf(axis_.selectedTo()), area.bottom())), fill);
    }
    painter.setPen(QPen(Qt::white, 1, Qt::DotLine));
    for (const double marker : markers_)
        painter.drawLine(QLineF(pixelOf(marker), area.top(), pixelOf(marker), area.bottom()));
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawRect(shown.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.drawLine(QLineF(pixelOf(playhead_), area.top(), pixelOf(playhead_), area.bottom()));
}

void OverviewStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double seconds = secondsAt(event->position().x());
    const bool inside = seconds >= axis_.from() && seconds <= axis_.to();
    grip_ = inside ? seconds - axis_.middle() : 0;
    axis_.pan(seconds - grip_ - axis_.middle());
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        axis_.pan(secondsAt(event->position().x()) - grip_ - axis_.middle());
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent*)
{
    axis_.fit();
}

void OverviewStrip::wheelEvent(QWheelEvent* event)
{
    axis_.zoom(std::pow(zoomStep, -event->angleDelta().y() / wheelNotch), secondsAt(event->position().x()));
}

} // namespace sonoloom
