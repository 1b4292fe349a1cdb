// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

#include <cstdint>
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
    Image key;  ///< 8-bit RGB, one pixel wide, the highest value on top; none if it has no pixels
    std::vector<AxisTick> keyTicks;
};

/// How plots stand to each other.
enum class PanelOrder { Below, Beside };

/// Plots one below the other on one horizontal axis, or side by side without axes.
struct PanelPicture {
    std::string title;
    PanelOrder order = PanelOrder::Below;
    std::vector<PicturePanel> panels; ///< plots of equal width; side by side of equal height
    std::vector<AxisTick> ticks;      ///< of the horizontal axis
    std::string axisTitle;
};

/// The picture as 8-bit RGB on white. Needs a QGuiApplication (its "offscreen" platform will do) for the letters.
Image drawPanels(const PanelPicture& picture);

/// Letters in a picture.
struct PictureText {
    int left = 0;
    int baseline = 0; ///< pixels from the top
    std::string text;
    std::uint32_t colour = 0xFFFFFF; ///< 0xRRGGBB
};

/// 8-bit RGB with letters of 30 pixels on it. Needs a QGuiApplication, as drawPanels.
Image withTexts(const Image& image, const std::vector<PictureText>& texts);

} // namespace sonoloom
