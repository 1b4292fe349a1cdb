// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/colourmap.h"
#include "ui/spectrogram/frequencyscale.h"

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

/// What of a spectrogram is painted: seconds, and places of its bands from the lowest (0) to the highest (1).
struct PaintedPart {
    double from = 0;
    double to = 0;
    double lowest = 0;
    double highest = 1;
    FrequencyScale scale = FrequencyScale::Own;
    bool operator==(const PaintedPart&) const = default;
};

/// A part of a spectrogram as `size` pixels, the highest band on top. Each pixel takes the loudest of the cells that
/// fall on it, from the level of the pyramid that is just fine enough. Beyond the sound: the first colour.
QImage paintSpectrogram(const DisplaySpectrogram& spectrogram, const PaintedPart& part, const QSize& size,
                        const ColourScale& scale);

} // namespace sonoloom
