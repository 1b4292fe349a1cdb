// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;
class QPalette;

namespace sonoloom
{

enum class ThemeMode { System, Light, Dark };

/// Fusion with our own palette; the whole application changes at once. System follows what the desktop set at start.
void applyTheme(QApplication& application, ThemeMode mode);

/// True if windows are darker than their text.
bool isDark(const QPalette& palette);

/// For what is clipped, too loud or wrong; never the only sign of it.
QColor warningColour(const QPalette& palette);

/// The icon `:/icons/NAME.svg` in the palette's text colours, normal, disabled and selected; sharp at any scale. To be
/// asked again on a palette change.
QIcon themedIcon(const QString& name, const QPalette& palette);

/// Distances of layouts, in device-independent pixels.
namespace spacing
{
inline constexpr int tight = 4;
inline constexpr int normal = 8;
inline constexpr int wide = 14;
} // namespace spacing

} // namespace sonoloom
