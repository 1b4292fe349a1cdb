// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/imageviewport.h"

#include <algorithm>

namespace sonoloom
{

void ImageViewport::zoomBy(double factor, const QPointF& fixed)
{
    const double zoom = std::clamp(zoom_ * factor, 1.0, greatestZoom);
    show(zoom, fixed + (centre_ - fixed) * (zoom_ / zoom));
}

void ImageViewport::pan(const QPointF& share)
{
    show(zoom_, centre_ + share);
}

void ImageViewport::fit()
{
    show(1, {0.5, 0.5});
}

void ImageViewport::show(double zoom, const QPointF& centre)
{
    const double margin = 0.5 / zoom;
    const QPointF kept(std::clamp(centre.x(), margin, 1 - margin), std::clamp(centre.y(), margin, 1 - margin));
    if (zoom == zoom_ && kept == centre_)
        return;
    zoom_ = zoom;
    centre_ = kept;
    emit changed();
}

} // namespace sonoloom
