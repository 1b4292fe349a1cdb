// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <cstddef>

namespace sonoloom
{

/// Between the first input's colour (share 0, blue) and the second's (share 1, orange), which all people can tell apart.
QColor inputsColour(double share, const QPalette& palette);

/// The colour of one of so many bands' curves, the lowest first, on a window's base.
QColor bandColour(std::size_t band, std::size_t bands, const QPalette& palette);

} // namespace sonoloom
