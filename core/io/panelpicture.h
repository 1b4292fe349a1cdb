// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

#include <string>
#include <vector>

namespace sonoloom
{

/// A mark on an axis: where, 0 (left or bottom) to 1, and what is written there.
struct AxisTick {
    double place = 0;
    std::string text;
};

/// One plot with its vertical axis and the key to its colours.
struct PicturePanel {
    std::string title;
    Image plot; ///< 8-bit RGB, drawn at its own size
    std::vector<AxisTick> ticks;
    Image key;  ///< 8-bit RGB, one pixel wide, the highest value on top
    std::vector<AxisTick> keyTicks;
};

/// Plots one below the other on one horizontal axis.
struct PanelPicture {
    std::string title;
    std::vector<PicturePanel> panels; ///< plots of equal width
    std::vector<AxisTick> ticks;      ///< of the horizontal axis
    std::string axisTitle;
};

/// The picture as 8-bit RGB on white. Needs a QGuiApplication (its "offscreen" platform will do) for the letters.
Image drawPanels(const PanelPicture& picture);

} // namespace sonoloom
