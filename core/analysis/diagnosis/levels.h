// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

namespace sonoloom
{

/// White for black and black for white; alpha stays.
Image invertedLevels(Image image);

/// The last row first.
Image flippedRows(const Image& image);

/// Levels `least`..`greatest`, fractions of the greatest value, spread over all; those outside are cut off. Stereo's empty
/// red and alpha stay.
Image stretchedLevels(Image image, double least, double greatest);

/// Another size: bicubic (Catmull and Rom's), over the mean of the pixels that fall together where it shrinks.
Image scaledTo(const Image& image, int width, int height);

} // namespace sonoloom
