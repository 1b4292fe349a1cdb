// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/blend/gaincurves.h"

#include "ui/editors/blend/bandcolours.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double margin = 8;
constexpr int gridAlpha = 45;
constexpr double disabledOpacity = 0.2;
constexpr double pointSize = 4;  // radius, pixels
constexpr double reach = 9;      // pixels from a point that take hold of it
constexpr double pixelsAStep = 2;
constexpr double keyStep = 0.02;
constexpr std::size_t mostThin = 64; // curves of bands that are not chosen; more are a grey mass

bool isOurKey(const QKeyEvent& event)
{
    constexpr std::array keys{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Delete, Qt::Key_Insert};
    return std::ranges::find(keys, event.key()) != keys.end() && !(event.modifiers() & ~Qt::ShiftModifier);
}

} // namespace

GainCurves::GainCurves(QWidget* parent) : QWidget(parent), bands_(1)
{
    setMinimumSize(140, 90);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("gainCurves"));
    setAccessibleName(tr("Gains over the overlap"));
    setToolTip(tr("The second input's gain of each band rises, the first's (dashed) falls.\n"
                  "Curve \"Drawn\": click to add a point, drag to move it, Delete or right-click to take it out.\n"
                  "Left and Right go from point to point, with Shift the arrows move it, Insert adds one."));
}

void GainCurves::setBands(const BandFades& bands)
{
    bands_ = bands;
    current_ = std::min(current_, bands_.size() - 1);
    update();
}

void GainCurves::setChoice(const BandNumbers& chosen, std::size_t current)
{
    chosen_ = chosen;
    current_ = std::min(current, bands_.size() - 1);
    update();
}

QRectF GainCurves::area() const
{
    return QRectF(rect()).adjusted(margin, margin, -margin, -margin);
}

QPointF GainCurves::placeOf(std::size_t point) const
{
    const BandFade& band = bands_[current_];
    const auto& [place, share] = band.curve.points[point];
    return {area().left() + (band.start + place * band.length) * area().width(), area().bottom() - share * area().height()};
}

double GainCurves::placeAt(double x) const
{
    const BandFade& band = bands_[current_];
    const double inRegion = (x - area().left()) / std::max(1.0, area().width());
    return std::clamp((inRegion - band.start) / std::max(shortestBand, band.length), 0.0, 1.0);
}

double GainCurves::shareAt(double y) const
{
    return std::clamp((area().bottom() - y) / std::max(1.0, area().height()), 0.0, 1.0);
}

std::optional<std::size_t> GainCurves::pointAt(const QPointF& point) const
{
    for (std::size_t i = 0; isDrawn() && i < curve().points.size(); ++i)
        if (const QPointF apart = placeOf(i) - point; std::hypot(apart.x(), apart.y()) <= reach)
            return i;
    return std::nullopt;
}

void GainCurves::paintBand(QPainter& painter, std::size_t band) const
{
    const bool isChosen = chosen_.contains(band);
    QColor colour = bandColour(band, bands_.size(), palette());
    colour.setAlpha(isChosen ? 255 : 110);
    const QRectF area = this->area();
    const int steps = std::max(1, static_cast<int>(area.width() / pixelsAStep));
    QPolygonF rising;
    QPolygonF falling;
    for (int i = 0; i <= steps; ++i) {
        const double place = static_cast<double>(i) / steps;
        const BandGains gains = gainsAt(bands_[band], place);
        rising << QPointF(area.left() + place * area.width(), area.bottom() - gains.second * area.height());
        falling << QPointF(area.left() + place * area.width(), area.bottom() - gains.first * area.height());
    }
    painter.setPen(QPen(colour, isChosen ? 1.2 : 1, Qt::DashLine));
    painter.drawPolyline(falling);
    painter.setPen(QPen(colour, band == current_ ? 3 : isChosen ? 2 : 1));
    painter.drawPolyline(rising);
}

void GainCurves::paintPoints(QPainter& painter) const
{
    for (std::size_t i = 0; isDrawn() && i < curve().points.size(); ++i) {
        const bool isNext = i == point_ && hasFocus();
        painter.setPen(QPen(palette().color(QPalette::WindowText), isNext ? 2 : 1));
        painter.setBrush(isNext ? palette().color(QPalette::Highlight) : palette().color(QPalette::Base));
        painter.drawEllipse(placeOf(i), isNext ? pointSize + 1 : pointSize, isNext ? pointSize + 1 : pointSize);
    }
}

void GainCurves::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    QColor grid = palette().color(QPalette::WindowText);
    grid.setAlpha(gridAlpha);
    painter.setPen(grid);
    for (const double quarter : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        painter.drawLine(QPointF(area().left(), area().bottom() - quarter * area().height()),
                         QPointF(area().right(), area().bottom() - quarter * area().height()));
        painter.drawLine(QPointF(area().left() + quarter * area().width(), area().top()),
                         QPointF(area().left() + quarter * area().width(), area().bottom()));
    }
    painter.setOpacity(isEnabled() ? 1 : disabledOpacity); // what is shown means nothing then
    painter.setRenderHint(QPainter::Antialiasing);
    const std::size_t every = (bands_.size() + mostThin - 1) / mostThin;
    for (std::size_t b = 0; b < bands_.size(); b += every)
        if (b != current_)
            paintBand(painter, b);
    paintBand(painter, current_);
    paintPoints(painter);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void GainCurves::mousePressEvent(QMouseEvent* event)
{
    if (!isDrawn())
        return;
    const auto point = pointAt(event->position());
    if (event->button() == Qt::RightButton && point) {
        edit(withoutPoint(curve(), *point));
        emit settled();
    }
    if (event->button() != Qt::LeftButton)
        return;
    dragging_ = true;
    if (point) {
        point_ = *point;
        update();
        return;
    }
    const double place = placeAt(event->position().x());
    edit(withPoint(curve(), place, shareAt(event->position().y())));
    const auto& points = curve().points;
    point_ = static_cast<std::size_t>(
        std::ranges::min_element(points, {}, [&](const auto& each) { return std::abs(each.first - place); }) - points.begin());
}

void GainCurves::mouseMoveEvent(QMouseEvent* event)
{
    if (dragging_ && isDrawn() && point_ < curve().points.size())
        edit(withPointMoved(curve(), point_, placeAt(event->position().x()), shareAt(event->position().y())));
}

void GainCurves::mouseReleaseEvent(QMouseEvent*)
{
    if (std::exchange(dragging_, false))
        emit settled();
}

void GainCurves::edit(const BlendCurve& curve)
{
    if (curve == this->curve())
        return;
    point_ = std::min(point_, curve.points.size() - 1);
    emit edited(curve); // who shows it sets the bands
}

bool GainCurves::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isDrawn() && isOurKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void GainCurves::movePoint(int key)
{
    const auto& [place, share] = curve().points[point_];
    const double right = key == Qt::Key_Right ? keyStep : key == Qt::Key_Left ? -keyStep : 0;
    const double up = key == Qt::Key_Up ? keyStep : key == Qt::Key_Down ? -keyStep : 0;
    edit(withPointMoved(curve(), point_, place + right, share + up));
    emit settled();
}

void GainCurves::keyPressEvent(QKeyEvent* event)
{
    if (!isDrawn() || !isOurKey(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const std::size_t last = curve().points.size() - 1;
    point_ = std::min(point_, last);
    if (event->key() == Qt::Key_Delete) {
        edit(withoutPoint(curve(), point_));
        emit settled();
    } else if (event->key() == Qt::Key_Insert) {
        const auto& here = curve().points[point_];
        const auto& next = curve().points[std::min(point_ + 1, last)];
        edit(withPoint(curve(), (here.first + next.first) / 2, (here.second + next.second) / 2));
        point_ = std::min(point_ + 1, curve().points.size() - 1);
        emit settled();
    } else if (event->modifiers() & Qt::ShiftModifier) {
        movePoint(event->key());
    } else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left) {
        point_ = event->key() == Qt::Key_Right ? std::min(point_ + 1, last) : point_ > 0 ? point_ - 1 : 0;
        update();
    }
}

} // namespace sonoloom
