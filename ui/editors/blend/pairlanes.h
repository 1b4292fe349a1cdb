// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/axiswidget.h"
#include "ui/spectrogram/spectrogrampainter.h"

#include <QImage>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

class QToolButton;

namespace sonoloom
{

/// Two spectrograms one above the other on one time axis, the second where it begins to overlap the first. The overlap's
/// edges, and the second one itself, are dragged.
class PairLanes : public AxisWidget
{
    Q_OBJECT

public:
    /// @param axis of the result, must outlive the lanes
    explicit PairLanes(TimeAxis& axis, QWidget* parent = nullptr);

    /// Null: none. @param input 0 for A, 1 for B
    void setPicture(int input, std::shared_ptr<const DisplaySpectrogram> picture, const QString& name);
    void setColourScale(const ColourScale& scale);
    /// Seconds that both have together. @param longest it can be
    void setOverlap(double seconds, double longest);
    /// Painted over the overlap of each lane: the rectangle is the overlap.
    void setOverlay(std::function<void(QPainter&, const QRectF&, int input)> overlay) { overlay_ = std::move(overlay); }
    /// Shown in the middle while a lane has no picture.
    void setMessage(const QString& text);
    /// The button in front of a lane: hear it alone.
    QToolButton* hearButton(int input) { return hear_[static_cast<std::size_t>(input)]; }

    /// Seconds of the longer of both; 0: there are none.
    double longestPicture() const { return std::max(length(0), length(1)); }
    /// The overlap within this widget.
    QRectF overlapRect() const;
    QSize sizeHint() const override { return {500, 220}; }

signals:
    /// The user wants so many seconds; many times in a drag.
    void overlapEdited(double seconds);
    void settled();
    void seekRequested(double seconds);
    /// What is under the cursor; empty: nothing.
    void hovered(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Lane {
        std::shared_ptr<const DisplaySpectrogram> picture;
        QString name;
        QImage painted;
        PaintedPart part; ///< that is painted
    };
    enum class Drag { None, Start, End, Second, Seek };

    void takeIcons();
    QRectF laneRect(int input) const;
    double length(int input) const;
    /// Where a lane begins on the axis.
    double begin(int input) const;
    Drag dragAt(const QPointF& point) const;
    void paintLane(QPainter& painter, int input);
    void paintPicture(QPainter& painter, int input);
    void paintName(QPainter& painter, int input) const;
    void paintOverlap(QPainter& painter) const;
    void wantOverlap(double seconds);
    QString textAt(const QPointF& point) const;

    std::array<Lane, 2> lanes_;
    std::array<QToolButton*, 2> hear_{};
    ColourScale scale_;
    double overlap_ = 0;
    double longest_ = 0;
    std::function<void(QPainter&, const QRectF&, int)> overlay_;
    QString message_;
    Drag drag_ = Drag::None;
    double pressed_ = 0;
    double overlapAtPress_ = 0;
    double secondsAPixel_ = 0; ///< at the press: the axis may change meanwhile
};

} // namespace sonoloom
