// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/spectrogrampainter.h"
#include "ui/spectrogram/timeaxis.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <vector>

namespace sonoloom
{

/// The whole sound in small, with what the views below show of it. Dragging moves that, a double click shows all.
class OverviewStrip : public QWidget
{
    Q_OBJECT

public:
    /// @param axis must outlive the strip
    explicit OverviewStrip(TimeAxis& axis, QWidget* parent = nullptr);

    /// Null: none.
    void setSpectrogram(std::shared_ptr<const DisplaySpectrogram> spectrogram);
    void setColourScale(const ColourScale& scale);
    void setPlayhead(double seconds);
    void setMarkers(std::vector<double> seconds);

    QSize sizeHint() const override { return {400, 36}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QRect area() const;
    double secondsAt(double x) const;
    double pixelOf(double seconds) const;
    void paintPicture(const QSize& size);

    TimeAxis& axis_;
    std::shared_ptr<const DisplaySpectrogram> spectrogram_;
    ColourScale scale_;
    std::vector<double> markers_;
    double playhead_ = 0;
    double grip_ = 0; ///< seconds from the middle of what is shown to where it was taken hold of
    QImage picture_;  ///< null: to be painted anew
};

} // namespace sonoloom
