// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "ui/widgets/picture.h"

#include <QImage>

#include <memory>

namespace sonoloom
{

/// An image with its pixels as the screen takes them; null: none.
struct PaneImage {
    std::shared_ptr<const Image> image;
    QImage picture;
};

/// Takes tens of milliseconds for large images: for a job's thread.
inline PaneImage paneImageOf(std::shared_ptr<const Image> image)
{
    QImage picture = image ? pictureOf(*image) : QImage();
    return {std::move(image), std::move(picture)};
}

} // namespace sonoloom
