// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/reading.h"

#include "ui/spectrogram/timeaxis.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int peakReach = 2;       // bands at either side
constexpr double leastPeak = -120; // dB; below there is nothing to speak of

/// The band of the loudest of the cells around `band`, as a fraction; nothing if it is at the edge of what was sought.
/// Source: J. O. Smith, Spectral Audio Signal Processing, "Quadratic Interpolation of Spectral Peaks".
std::optional<double> peakBand(const DisplaySpectrogram& spectrogram, std::size_t column, int band)
{
    const auto level = [&](int b) { return spectrogram.decibels(column, b); };
    const int first = std::max(1, band - peakReach);
    const int last = std::min(spectrogram.bands() - 2, band + peakReach);
    int best = first;
    for (int b = first; b <= last; ++b)
        if (level(b) > level(best))
            best = b;
    if (last < first || level(best) < leastPeak || level(best) < level(best - 1) || level(best) < level(best + 1))
        return std::nullopt;
    const double curve = level(best - 1) - 2 * level(best) + level(best + 1);
    return best + (curve < 0 ? 0.5 * (level(best - 1) - level(best + 1)) / curve : 0.0);
}

} // namespace

Reading readingAt(const DisplaySpectrogram& spectrogram, FrequencyScale scale, double seconds, double place)
{
    const BandPlaces places(spectrogram, scale);
    Reading reading;
    reading.seconds = seconds;
    reading.place = place;
    reading.hertz = places.hertzAt(place);
    reading.column = std::min(spectrogram.columns() - 1,
                              static_cast<std::size_t>(std::max(0.0, seconds / spectrogram.columnSeconds + 0.5)));
    reading.band = std::clamp(static_cast<int>(std::floor(places.bandAt(place))), 0, spectrogram.bands() - 1);
    reading.bandFrom = std::max(0.0, spectrogram.bandHertz(reading.band - 0.5));
    reading.bandTo = spectrogram.bandHertz(reading.band + 0.5);
    reading.decibels = spectrogram.decibels(reading.column, reading.band);
    if (const auto peak = peakBand(spectrogram, reading.column, reading.band))
        reading.peakHertz = spectrogram.bandHertz(*peak);
    return reading;
}

QString readingText(const Reading& reading, double tuning)
{
    const auto translated = [](const char* text) { return QCoreApplication::translate("Reading", text); };
    QString text = translated(QT_TRANSLATE_NOOP("Reading", "%1 · column %2 · %3 to %4"))
                       .arg(timeText(reading.seconds))
                       .arg(reading.column)
                       .arg(hertzText(reading.bandFrom), hertzText(reading.bandTo));
    if (reading.peakHertz > 0)
        text += translated(QT_TRANSLATE_NOOP("Reading", ", peak %1 (%2)")).arg(hertzText(reading.peakHertz), noteText(reading.peakHertz, tuning));
    else
        text += QStringLiteral(" (%1)").arg(noteText(reading.hertz, tuning));
    return text + translated(QT_TRANSLATE_NOOP("Reading", " · %1 dB")).arg(reading.decibels, 0, 'f', 1);
}

} // namespace sonoloom
