// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/regions/regionmap.h"

#include <QWidget>

#include <functional>
#include <optional>

class QWheelEvent;

namespace sonoloom
{

/// Lies over a pane: shows the selected shape, what is being drawn and the brush, and takes the left button while a tool
/// draws. All else reaches through.
class RegionOverlay : public QWidget
{
    Q_OBJECT

public:
    /// Where things stand now; nothing while the pane shows nothing.
    using Map = std::function<std::optional<RegionMap>()>;

    /// @param pen must outlive the overlay @param under what it lies over, its parent
    RegionOverlay(RegionPen& pen, QWidget& under, Map map);
    /// The pane under it has no rectangles of its own: they are drawn and shown here.
    void takeRectangles();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showTool();
    void showCursor(const RegionMap* map, const QPointF& at, Qt::KeyboardModifiers modifiers);
    bool isOnSelection(const RegionMap& map, const QPointF& at) const;

    RegionPen& pen_;
    Map map_;
    std::optional<QPointF> cursor_; ///< while it is over the picture
    bool draws_ = false;
    bool rectangles_ = false;
};

} // namespace sonoloom
