// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/notename.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int midiOfA4 = 69;
constexpr int notes = 12;
constexpr double leastHertz = 8;

} // namespace

double noteHertz(int midi, double tuning)
{
    return tuning * std::exp2(static_cast<double>(midi - midiOfA4) / notes);
}

QString noteName(int midi)
{
    static constexpr std::array names{"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
    return QLatin1String(names[static_cast<std::size_t>(midi % notes)]) + QString::number(midi / notes - 1);
}

QString noteText(double hertz, double tuning)
{
    if (hertz < leastHertz)
        return {};
    const double exact = midiOfA4 + notes * std::log2(hertz / tuning);
    const int midi = std::max(0, static_cast<int>(std::lround(exact)));
    const auto cents = static_cast<int>(std::lround((exact - midi) * 100));
    return QCoreApplication::translate("notename", "%1 %2 ct")
        .arg(noteName(midi), (cents < 0 ? QStringLiteral("−") : QStringLiteral("+")) + QString::number(std::abs(cents)));
}

QString hertzText(double hertz)
{
    return hertz < 1000 ? QCoreApplication::translate("notename", "%1 Hz").arg(hertz, 0, 'f', 1)
                        : QCoreApplication::translate("notename", "%1 kHz").arg(hertz / 1000, 0, 'f', 3);
}

} // namespace sonoloom
