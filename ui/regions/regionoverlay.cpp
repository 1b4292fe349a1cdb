// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/regionoverlay.h"

#include "ui/regions/regionpainter.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <utility>

namespace sonoloom
{

namespace
{

constexpr double wheelNotch = 120;
constexpr double radiusStep = 1.15;

} // namespace

RegionOverlay::RegionOverlay(RegionPen& pen, QWidget& under, Map map) : QWidget(&under), pen_(pen), map_(std::move(map))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    under.installEventFilter(this);
    setGeometry(under.rect());
    connect(&pen_, &RegionPen::toolChanged, this, &RegionOverlay::showTool);
    for (const auto signal : {&RegionPen::selectionChanged, &RegionPen::strokeChanged})
        connect(&pen_, signal, this, qOverload<>(&QWidget::update));
    connect(&pen_, &RegionPen::radiusChanged, this, qOverload<>(&QWidget::update));
    showTool();
}

void RegionOverlay::showTool()
{
    setAttribute(Qt::WA_TransparentForMouseEvents, pen_.tool() == RegionTool::None);
    unsetCursor();
    draws_ = false;
    cursor_.reset();
    update();
}

void RegionOverlay::takeRectangles()
{
    rectangles_ = true;
    showTool();
}

bool RegionOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void RegionOverlay::paintEvent(QPaintEvent*)
{
    const auto map = map_();
    if (!map)
        return;
    QPainter painter(this);
    painter.setClipRect(map->picture());
    const QColor tint = palette().color(QPalette::Highlight).lighter(130);
    if (rectangles_ && pen_.rectangle())
        paintRegion(painter, *pen_.rectangle(), *map, tint);
    if (pen_.selection())
        paintRegion(painter, *pen_.selection(), *map, tint);
    if (pen_.stroke())
        paintRegion(painter, *pen_.stroke(), *map, tint);
    if (cursor_ && pen_.isBrush())
        paintBrush(painter, *cursor_, pen_.radius());
}

bool RegionOverlay::isOnSelection(const RegionMap& map, const QPointF& at) const
{
    return pen_.selected() && !pen_.isBrush() && outlineOf(*pen_.selected(), map).contains(at);
}

/// With Ctrl what is selected is moved, by whoever shows it.
void RegionOverlay::mousePressEvent(QMouseEvent* event)
{
    const auto map = map_();
    const bool isInside = event->button() == Qt::LeftButton && map && map->picture().contains(event->position());
    const bool moves = isInside && event->modifiers() == Qt::ControlModifier && isOnSelection(*map, event->position());
    draws_ = moves || (isInside && (rectangles_ || pen_.tool() != RegionTool::Rectangle));
    if (!draws_) {
        event->ignore(); // panning, menus and the ruler are the pane's own
        return;
    }
    parentWidget()->setFocus(Qt::MouseFocusReason);
    if (moves)
        pen_.grab(map->pointAt(event->position()));
    else
        pen_.begin(map->pointAt(event->position()), map->reachAt(event->position(), pen_.radius()));
}

void RegionOverlay::mouseMoveEvent(QMouseEvent* event)
{
    const auto map = map_();
    cursor_ = map && map->picture().contains(event->position()) ? std::optional(event->position()) : std::nullopt;
    showCursor(cursor_ ? &*map : nullptr, event->position(), event->modifiers());
    if (pen_.isBrush())
        update();
    if (draws_ && map)
        pen_.extend(map->pointAt(event->position()));
    else
        event->ignore(); // the pane tells what lies under the cursor
}

void RegionOverlay::showCursor(const RegionMap* map, const QPointF& at, Qt::KeyboardModifiers modifiers)
{
    if (!map)
        unsetCursor();
    else if (pen_.isBrush())
        setCursor(Qt::BlankCursor);
    else if (modifiers == Qt::ControlModifier && isOnSelection(*map, at))
        setCursor(Qt::SizeAllCursor);
    else if (rectangles_ || pen_.tool() != RegionTool::Rectangle)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor(); // the pane's own
}

void RegionOverlay::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && std::exchange(draws_, false))
        pen_.finish();
    else
        event->ignore();
}

/// With Ctrl and Shift: the size of the brush.
void RegionOverlay::wheelEvent(QWheelEvent* event)
{
    const bool sizes = pen_.isBrush() && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (!sizes) {
        event->ignore();
        return;
    }
    const double notches = (event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x()) / wheelNotch;
    const int radius = pen_.radius();
    const int wanted = static_cast<int>(std::lround(radius * std::pow(radiusStep, notches)));
    pen_.setRadius(wanted != radius ? wanted : radius + (notches > 0 ? 1 : -1));
}

void RegionOverlay::leaveEvent(QEvent*)
{
    cursor_.reset();
    update();
}

} // namespace sonoloom
