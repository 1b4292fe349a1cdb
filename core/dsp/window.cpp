// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/window.h"

#include <cmath>
#include <numbers>

namespace sonoloom
{

std::vector<float> hannWindow(int length)
{
    if (length == 1)
        return {1.0f}; // torch's, so that a frame of one sample is not silence
    return hannWindowAt(length, length / 2.0, length);
}

std::vector<float> hannWindowAt(double length, double centre, int count)
{
    std::vector<float> window(static_cast<std::size_t>(count), 0.0f);
    for (int i = 0; i < count; ++i) {
        const double turns = (i - centre) / length;
        if (std::abs(turns) <= 0.5)
            window[static_cast<std::size_t>(i)] = static_cast<float>(0.5 + 0.5 * std::cos(2.0 * std::numbers::pi * turns));
    }
    return window;
}

} // namespace sonoloom
