// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/sequence/timeline/timelinemouse.h"

#include <QWidget>

#include <functional>

namespace sonoloom
{

class TimeAxis;

/// The clips of a sequence over a time axis, one after the other on one lane or on two in turn: their pictures, names,
/// beats, gains and transitions, which the mouse and the keyboard change.
class SequenceTimeline : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the timeline.
    SequenceTimeline(SequenceEditor& editor, TimeAxis& axis, QWidget* parent = nullptr);

    bool hasTwoLanes() const { return twoLanes_; }
    void setTwoLanes(bool two);
    void setPlayhead(double seconds);
    /// In order of time.
    void setMarkers(std::vector<double> seconds);
    const std::vector<double>& markers() const { return markers_; }
    void setTileSeconds(double seconds) { tileSeconds_ = seconds; }
    /// The wheel alone zooms, and moves with Ctrl.
    void setWheelZooms(bool zooms) { wheelZooms_ = zooms; }
    bool isDragging() const { return mouse_.isDragging(); }
    void cancelDrag() { mouse_.cancel(); }
    /// Where everything lies now.
    TimelineLayout layoutNow() const;

    QSize sizeHint() const override { return {600, 220}; }

signals:
    void seekRequested(double seconds);
    /// What is under the cursor.
    void cursorMoved(const QString& text);
    void menuRequested(const QPoint& globalPoint);
    void filesDropped(const QStringList& paths, std::size_t at);
    /// A mouse drag ended.
    void dragEnded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QRect area() const;
    void paintEmpty(QPainter& painter);
    void paintTimes(QPainter& painter, const TimelineLayout& layout);
    SnapPlaces snapPlaces() const;
    void selectNext(int step, bool extends);

    SequenceEditor& editor_;
    TimeAxis& axis_;
    TimelineMouse mouse_;
    bool twoLanes_ = false;
    bool wheelZooms_ = false;
    double playhead_ = 0;
    double tileSeconds_ = 5.12;
    std::vector<double> markers_;
};

} // namespace sonoloom
