// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/preview.h"
#include "ui/panels/tilepictures.h"
#include "ui/spectrogram/timeaxis.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMimeData;

namespace sonoloom
{

/// The images as they are written, pixel for pixel, each at its time over the shared axis; they can be dragged out.
class TilesView : public QWidget
{
    Q_OBJECT

public:
    /// @param axis must outlive the view
    explicit TilesView(TimeAxis& axis, QWidget* parent = nullptr);

    /// Null: none.
    void setTiles(std::shared_ptr<const TilePreview> tiles, const QStringList& names);
    /// Who makes real files of the image with this number when it is dragged; nothing if that cannot be now.
    void setDragSource(std::function<std::unique_ptr<QMimeData>(std::size_t)> source) { dragSource_ = std::move(source); }

    /// What the read-out of a pixel says beside its place and values.
    void setPixelNote(std::function<QString(const Image&, int x, int y)> note) { pixelNote_ = std::move(note); }

    /// The image at this point of the widget.
    std::optional<std::size_t> tileAt(const QPoint& point) const;
    QSize sizeHint() const override { return {400, 150}; }

signals:
    /// The image under the cursor with its pixel, for the read-out; empty when there is none.
    void pixelHovered(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QRectF placeOf(std::size_t tile) const;
    void wantPictures();
    void startDrag(std::size_t tile);
    QString pixelText(const QPoint& point) const;

    TimeAxis& axis_;
    std::shared_ptr<const TilePreview> tiles_;
    QStringList names_;
    TilePictures pictures_;
    std::function<std::unique_ptr<QMimeData>(std::size_t)> dragSource_;
    std::function<QString(const Image&, int x, int y)> pixelNote_;
    std::optional<std::size_t> pressed_;
    QPoint pressedAt_;
};

} // namespace sonoloom
