// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace sonoloom
{

/// What the mouse does somewhere.
struct Gesture {
    QString where;   ///< "Mouse in a spectrogram"
    QString meaning; ///< "Zoom time at the cursor"
    QString gesture; ///< "Ctrl + wheel"
};

/// All of them, for the list of keys; they cannot be changed.
/// @param wheelZooms the wheel alone zooms time, and moves it with Ctrl
std::vector<Gesture> gestures(bool wheelZooms);

} // namespace sonoloom
