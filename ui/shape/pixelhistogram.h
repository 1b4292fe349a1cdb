// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/preview.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace sonoloom
{

/// How the pixels of all images are spread over 0..255, at the left the loudest, on a logarithmic scale; what was clipped
/// is hatched and written in figures.
class PixelHistogram : public QWidget
{
    Q_OBJECT

public:
    explicit PixelHistogram(QWidget* parent = nullptr);

    /// Null: nothing is shown.
    void setTiles(std::shared_ptr<const TilePreview> tiles);
    /// The line of figures under the bars.
    QString facts() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect plotArea() const;
    void paintBars(QPainter& painter, const QRect& plot) const;
    void paintClipped(QPainter& painter, const QRect& plot) const;
    void paintLegend(QPainter& painter, const QRect& plot) const;
    QString tipAt(const QPoint& point) const;

    std::shared_ptr<const TilePreview> tiles_;
    QLabel* facts_;
};

} // namespace sonoloom
