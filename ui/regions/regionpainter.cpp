// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/regionpainter.h"

#include <QPainter>
#include <QTransform>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int tintAlpha = 60;
constexpr int toneAlpha = 110;
constexpr int lineAlpha = 130;

QPainterPath polygon(const RegionShape& shape, const RegionMap& map)
{
    QPolygonF corners;
    for (const RegionPoint& point : shape.points)
        corners.append(map.pixelOf(point));
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPainterPath rectangle(const RegionShape& shape, const RegionMap& map)
{
    QPainterPath path;
    if (shape.points.size() == 2)
        path.addRect(QRectF(map.pixelOf(shape.points[0]), map.pixelOf(shape.points[1])).normalized());
    return path;
}

/// Drawn with a round pen in a space where the brush is a circle.
QPainterPath brushed(const RegionShape& shape, const RegionMap& map)
{
    const QSizeF size = map.sizeOf(shape.points.front(), {shape.radiusMs, shape.radiusMels});
    const QTransform back = QTransform::fromScale(std::max(0.5, size.width()), std::max(0.5, size.height()));
    const QTransform there = back.inverted();
    QPainterPath way(there.map(map.pixelOf(shape.points.front())));
    for (const RegionPoint& point : shape.points)
        way.lineTo(there.map(map.pixelOf(point)) + QPointF(1e-6, 0));
    QPainterPathStroker pen;
    pen.setWidth(2);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    return back.map(pen.createStroke(way).simplified());
}

QPainterPath harmonics(const RegionShape& shape, const RegionMap& map)
{
    QPainterPath path;
    for (int h = 1; h <= shape.harmonics; ++h) {
        QPolygonF strip;
        for (const RegionPoint& point : shape.points)
            strip.append(map.pixelOf({point.seconds, h * point.hertz + halfWidthOf(shape, h * point.hertz)}));
        for (auto point = shape.points.rbegin(); point != shape.points.rend(); ++point)
            strip.append(map.pixelOf({point->seconds, std::max(0.0, h * point->hertz - halfWidthOf(shape, h * point->hertz))}));
        if (strip.boundingRect().bottom() < map.picture().top())
            break; // above everything that is seen
        path.addPolygon(strip);
        path.closeSubpath();
    }
    return path;
}

} // namespace

QPainterPath outlineOf(const RegionShape& shape, const RegionMap& map)
{
    if (shape.points.empty())
        return {};
    switch (shape.kind) {
    case RegionKind::Rectangle: return rectangle(shape, map);
    case RegionKind::Lasso: return polygon(shape, map);
    case RegionKind::Brush: return brushed(shape, map);
    case RegionKind::Harmonics: break;
    }
    return harmonics(shape, map);
}

void paintRegion(QPainter& painter, const RegionShape& shape, const RegionMap& map, const QColor& tint)
{
    const QPainterPath outline = outlineOf(shape, map);
    QColor fill = tint;
    fill.setAlpha(shape.kind == RegionKind::Harmonics ? toneAlpha : tintAlpha);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline, fill);
    if (shape.kind == RegionKind::Harmonics) {
        painter.strokePath(outline, QPen(QColor(255, 255, 255, lineAlpha), 0.7)); // many thin strips: no dark lines
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 190), 3));
    painter.drawPath(outline);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawPath(outline);
}

void paintBrush(QPainter& painter, const QPointF& middle, double radius)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] : {std::pair(QColor(0, 0, 0, 200), 3.0), std::pair(QColor(Qt::white), 1.2)}) {
        painter.setPen(QPen(colour, width));
        painter.drawEllipse(middle, radius, radius);
    }
}

} // namespace sonoloom
