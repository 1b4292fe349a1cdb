// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/interpolation/interpolationsession.h"
#include "ui/spectrogram/axiswidget.h"
#include "ui/spectrogram/spectrogrampainter.h"

#include <QHash>
#include <QImage>

namespace sonoloom
{

/// The images between two side by side, each over the time in which it sounds. Only those in sight are painted.
///
/// Click or drag: shows the image and plays from there. Left and Right: the image before and behind. Wheel: pans, with Ctrl
/// zooms.
class FilmStrip : public AxisWidget
{
    Q_OBJECT

public:
    /// @param axis of the whole sound, must outlive the strip
    explicit FilmStrip(TimeAxis& axis, QWidget* parent = nullptr);

    void setFilm(const Film& film);
    /// All images, equally many columns each; null: none yet.
    void setPictures(std::shared_ptr<const DisplaySpectrogram> pictures);
    void setColourScale(const ColourScale& scale);
    void setCurrent(std::size_t image);
    std::size_t current() const { return current_; }

    /// Where an image lies in this widget, in sight or not.
    QRectF rectOf(std::size_t image) const;
    /// How many are painted and kept: those in sight.
    int paintedCount() const { return static_cast<int>(painted_.size()); }
    QSize sizeHint() const override { return {500, 110}; }

signals:
    void imageChosen(int image);
    void seekRequested(double seconds);
    /// The image under the cursor; -1: none.
    void imageHovered(int image);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF area() const override;
    int imageAt(double x) const;
    void chooseAt(double x);
    void paintImage(QPainter& painter, std::size_t image);
    std::size_t numbered() const;
    void paintNumber(QPainter& painter, std::size_t image) const;

    Film film_;
    std::shared_ptr<const DisplaySpectrogram> pictures_;
    ColourScale scale_;
    std::size_t current_ = 0;
    QHash<std::size_t, QImage> painted_; ///< by image
};

} // namespace sonoloom
