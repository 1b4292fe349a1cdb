// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>

namespace sonoloom
{

/// The part of an image that all panes over it show, so that they stay locked: how much larger than fitting in, and
/// which place is in the middle. Places are shares of the image's width and height, 0 to 1.
class ImageViewport : public QObject
{
    Q_OBJECT

public:
    static constexpr double greatestZoom = 64;

    explicit ImageViewport(QObject* parent = nullptr) : QObject(parent) {}

    double zoom() const { return zoom_; }
    QPointF centre() const { return centre_; }

    /// Zooms in (above 1) or out; the place `fixed` stays where it is.
    void zoomBy(double factor, const QPointF& fixed);
    void pan(const QPointF& share);
    void fit();

signals:
    void changed();

private:
    void show(double zoom, const QPointF& centre);

    double zoom_ = 1;
    QPointF centre_{0.5, 0.5};
};

} // namespace sonoloom
