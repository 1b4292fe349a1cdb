// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "ui/compare/imageviewport.h"

#include <QImage>
#include <QWidget>

#include <memory>
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

    /// Null: none.
    void setImage(std::shared_ptr<const Image> image);
    /// The one right of the divider, laid over the first one's place; null: none, and no divider.
    void setOther(std::shared_ptr<const Image> other);
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
    struct Shown {
        std::shared_ptr<const Image> image;
        QImage picture;
    };
    static Shown shownOf(std::shared_ptr<const Image> image);
    QRect area() const;
    double dividerX() const;
    bool isOnDivider(const QPointF& point) const;
    QPointF shareAt(const QPointF& point) const;
    QString pixelText(const QPointF& point) const;
    void drawPicture(QPainter& painter, const QImage& picture) const;

    ImageViewport& viewport_;
    QString title_;
    Shown first_;
    Shown other_;
    double divider_ = 0.5;
    std::optional<QPointF> held_; ///< share of the image that is dragged
    bool movesDivider_ = false;
};

} // namespace sonoloom
