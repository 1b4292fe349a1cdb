// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/sequence/clips/sequenceeditor.h"

#include <QWidget>

namespace sonoloom
{

class TimeAxis;

/// The bars of the first sound with a tempo, as far as it is known: where bar 1 begins, and how long bars are.
struct BarGrid {
    double first = 0;      ///< seconds of the timeline
    double barSeconds = 0; ///< 0: there are none
    int beatsPerBar = 4;
};
BarGrid barGridOf(const SequenceEditor& editor);

/// Times above a timeline, and bars where the first sound has a tempo. A click plays from there, dragging selects what is
/// repeated.
class TimelineRuler : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the ruler.
    TimelineRuler(SequenceEditor& editor, TimeAxis& axis, QWidget* parent = nullptr);

    void setPlayhead(double seconds);
    QSize sizeHint() const override;

signals:
    void seekRequested(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QRect area() const;
    double pixelOf(double seconds) const;
    double secondsAt(double x) const;
    double pixelsASecond() const;
    void paintTimes(QPainter& painter, const QRect& row) const;
    void paintBars(QPainter& painter, const QRect& row) const;
    void paintLoop(QPainter& painter) const;
    void paintPlayhead(QPainter& painter) const;

    SequenceEditor& editor_;
    TimeAxis& axis_;
    double playhead_ = 0;
    double pressed_ = 0; ///< seconds
};

} // namespace sonoloom
