// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/regions/regionmap.h"

#include <QColor>
#include <QPainterPath>

class QPainter;

namespace sonoloom
{

/// The outline of a shape in a widget's pixels.
QPainterPath outlineOf(const RegionShape& shape, const RegionMap& map);

/// A shape over a picture of any colours: tinted, its line dark and light.
void paintRegion(QPainter& painter, const RegionShape& shape, const RegionMap& map, const QColor& tint);

/// The mark of a brush around the cursor.
void paintBrush(QPainter& painter, const QPointF& middle, double radius);

} // namespace sonoloom
