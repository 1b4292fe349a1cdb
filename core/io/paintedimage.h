// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

#include <QImage>

namespace sonoloom
{

/// 8-bit RGB to paint on, and back.
QImage paintable(const Image& image);
Image paintedImage(const QImage& painted);

} // namespace sonoloom
