// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

#include <QImage>

namespace sonoloom
{

/// The image as the screen shows it: 8 bits, transparency left out.
QImage pictureOf(const Image& image);

} // namespace sonoloom
