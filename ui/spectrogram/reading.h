// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/frequencyscale.h"
#include "ui/spectrogram/notename.h"

#include <QString>

namespace sonoloom
{

/// What lies under a point of a spectrogram.
struct Reading {
    double seconds = 0;
    double hertz = 0; ///< under the point itself
    double place = 0; ///< on the frequency axis, 0 to 1
    std::size_t column = 0;
    int band = 0;
    double bandFrom = 0; ///< hertz, edges of the band
    double bandTo = 0;
    double peakHertz = 0; ///< of the nearest peak over the bands beside it, by a parabola through three levels; 0: none
    double decibels = 0;  ///< of the cell
};

/// The cell at a time and a place of the axis. @param spectrogram with at least one column
Reading readingAt(const DisplaySpectrogram& spectrogram, FrequencyScale scale, double seconds, double place);

/// "0:01.234 · column 123 · 430 Hz to 445 Hz, peak 440.0 Hz (A4 +0 ct) · -12.3 dB"
QString readingText(const Reading& reading, double tuning = usualTuning);

} // namespace sonoloom
