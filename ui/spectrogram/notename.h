// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sonoloom
{

inline constexpr double usualTuning = 440; ///< hertz of A4

/// Hertz of a note by its MIDI number (A4 is 69). @param tuning hertz of A4
double noteHertz(int midi, double tuning = usualTuning);

/// "C4", "F#3"; equal temperament, sharps.
QString noteName(int midi);

/// The nearest note and how far the frequency lies from it: "A4 +3 ct"; empty for frequencies below 8 Hz.
QString noteText(double hertz, double tuning = usualTuning);

/// Full precision for reading: "440.0 Hz", "12.345 kHz".
QString hertzText(double hertz);

} // namespace sonoloom
