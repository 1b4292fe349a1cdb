// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/colourmap.h"
#include "core/pipeline/displayspectrogram.h"

#include <QImage>

namespace sonoloom
{

/// How levels become colours.
struct ColourScale {
    ColourMap map = ColourMap::Magma;
    double topDb = 0;     ///< the last colour and everything louder
    double rangeDb = 80;  ///< below this much under topDb everything has the first colour
    bool operator==(const ColourScale&) const = default;
};

/// A stretch of time of a spectrogram as `size` pixels, all bands, the highest on top. Each pixel takes the loudest of
/// the cells that fall on it, from the level of the pyramid that is just fine enough. Beyond the sound: the first colour.
QImage paintSpectrogram(const DisplaySpectrogram& spectrogram, double from, double to, const QSize& size,
                        const ColourScale& scale);

} // namespace sonoloom
