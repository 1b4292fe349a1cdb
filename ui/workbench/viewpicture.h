// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace sonoloom
{

class ViewPanes;

/// The views as they stand, with axes, a heading and a legend of their colours, as a picture. @param scale pixels a
/// device-independent pixel
QImage viewPicture(ViewPanes& panes, const QString& heading, double scale);

/// The same as SVG: lines and text stay so, spectrograms are pixels in it.
QByteArray viewSvg(ViewPanes& panes, const QString& heading);

} // namespace sonoloom
