// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/blend/bandcolours.h"

#include "core/io/colourmap.h"
#include "ui/theme/theme.h"

namespace sonoloom
{

QColor inputsColour(double share, const QPalette& palette)
{
    const QColor first = isDark(palette) ? QColor(38, 84, 138) : QColor(72, 124, 186);
    const QColor second = isDark(palette) ? QColor(176, 98, 22) : QColor(214, 128, 44);
    const auto mixed = [share](int a, int b) { return static_cast<int>(a + share * (b - a) + 0.5); };
    return {mixed(first.red(), second.red()), mixed(first.green(), second.green()), mixed(first.blue(), second.blue())};
}

QColor bandColour(std::size_t band, std::size_t bands, const QPalette& palette)
{
    const double place = bands > 1 ? static_cast<double>(band) / static_cast<double>(bands - 1) : 0.5;
    // The ends of the map are near black and near white.
    const double from = isDark(palette) ? 0.4 : 0.15;
    const Colour colour = colourOf(ColourMap::Viridis, static_cast<float>(from + place * 0.6));
    return {colour.red, colour.green, colour.blue};
}

} // namespace sonoloom
