// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/blend/bandediting.h"

#include <QWidget>

#include <optional>

namespace sonoloom
{

/// The gains of all bands over the region: the second input's rise, the first's fall (dashed). The chosen bands' are bold;
/// the current one's curve, where it is drawn, has points to drag.
///
/// A click beside a point adds one, a drag moves it, Delete or a right click takes it out. Keys: Left and Right go from point
/// to point, with Shift they and Up and Down move it, Insert adds one behind it.
class GainCurves : public QWidget
{
    Q_OBJECT

public:
    explicit GainCurves(QWidget* parent = nullptr);

    void setBands(const BandFades& bands);
    void setChoice(const BandNumbers& chosen, std::size_t current);

    /// Where a point of the current band's curve lies in this widget.
    QPointF placeOf(std::size_t point) const;
    QSize sizeHint() const override { return {260, 170}; }

signals:
    /// The curve of the chosen bands; many times in a drag.
    void edited(const sonoloom::BlendCurve& curve);
    void settled();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF area() const;
    bool isDrawn() const { return bands_[current_].curve.shape == BlendShape::Points; }
    const BlendCurve& curve() const { return bands_[current_].curve; }
    /// In the current band, 0 to 1 of its own time.
    double placeAt(double x) const;
    double shareAt(double y) const;
    std::optional<std::size_t> pointAt(const QPointF& point) const;
    void edit(const BlendCurve& curve);
    void movePoint(int key);
    void paintBand(QPainter& painter, std::size_t band) const;
    void paintPoints(QPainter& painter) const;

    BandFades bands_;
    BandNumbers chosen_{0};
    std::size_t current_ = 0;
    std::size_t point_ = 0; ///< that keys move
    bool dragging_ = false;
};

} // namespace sonoloom
