// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/imageviewport.h"
#include "ui/compare/paneimage.h"

#include <QWidget>

#include <optional>

namespace sonoloom
{

/// One image in a view that is shared with other panes; or two, left and right of a divider.
///
/// Ctrl+wheel: zooms. Wheel, Shift+wheel, left or middle drag: move. A drag of the divider moves it. Double click: fits.
class ImagePane : public QWidget
{
    Q_OBJECT

public:
    /// @param viewport must outlive the pane
    ImagePane(ImageViewport& viewport, const QString& title, QWidget* parent = nullptr);

    void setImage(PaneImage image);
    /// The one right of the divider, laid over the first one's place; none: no divider.
    void setOther(PaneImage other);
    void setTitle(const QString& title);
    void setDivider(double share);
    double divider() const { return divider_; }

    /// The image's place in this widget; empty if there is none.
    QRectF imageRect() const;
    QSize sizeHint() const override { return {320, 260}; }

signals:
    /// "pixel 12, 30 · value 255 0 0"; empty when there is none under the cursor.
    void pixelHovered(const QString& text);
    void dividerMoved(double share);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRect area() const;
    double dividerX() const;
    bool isOnDivider(const QPointF& point) const;
    QPointF shareAt(const QPointF& point) const;
    QString pixelText(const QPointF& point) const;
    void drawPicture(QPainter& painter, const QImage& picture) const;

    ImageViewport& viewport_;
    QString title_;
    PaneImage first_;
    PaneImage other_;
    double divider_ = 0.5;
    std::optional<QPointF> held_; ///< share of the image that is dragged
    bool movesDivider_ = false;
};

} // namespace sonoloom
