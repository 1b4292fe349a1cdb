// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/timeaxis.h"

#include <QRectF>
#include <QWidget>

class QPainter;

namespace sonoloom
{

/// A widget painted over the shared time axis, with a playhead. The wheel moves in time, with Ctrl it zooms.
class AxisWidget : public QWidget
{
    Q_OBJECT

public:
    /// @param axis must outlive the widget
    explicit AxisWidget(TimeAxis& axis, QWidget* parent = nullptr);

    void setPlayhead(double seconds);

protected:
    TimeAxis& axis() const { return axis_; }
    double playhead() const { return playhead_; }
    /// What lies over the axis: all between its margins until told otherwise.
    virtual QRectF area() const;
    double secondsAt(double x) const;
    double pixelOf(double seconds) const;
    /// The selected stretch, over the whole height of the area.
    void paintSelection(QPainter& painter) const;
    void paintPlayhead(QPainter& painter, const QColor& colour) const;
    void wheelEvent(QWheelEvent* event) override;

private:
    TimeAxis& axis_;
    double playhead_ = 0;
};

} // namespace sonoloom
