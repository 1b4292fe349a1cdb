// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

#include <QImage>

namespace sonoloom::corpus
{

/// 8-bit pixels as Qt has them: Grayscale8 or RGB888.
QImage qtImage(const Image& image);

/// Grey or RGB, as the picture's format is; texts are empty.
Image imageOfQt(const QImage& picture);

/// Through a JPEG file of that quality, colours at half the size. 16 bits become 8; texts are lost.
Image throughJpeg(const Image& image, int quality);

} // namespace sonoloom::corpus
