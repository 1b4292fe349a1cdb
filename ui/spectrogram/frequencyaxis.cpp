// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/frequencyaxis.h"

#include <algorithm>

namespace sonoloom
{

void FrequencyAxis::zoom(double factor, double fixed)
{
    const double length = std::clamp(visible() * factor, leastVisible, 1.0);
    const double share = (fixed - from_) / visible();
    show(fixed - share * length, length);
}

void FrequencyAxis::pan(double share)
{
    show(from_ + share, visible());
}

void FrequencyAxis::fit()
{
    show(0, 1);
}

void FrequencyAxis::show(double from, double length)
{
    from = std::clamp(from, 0.0, 1.0 - length);
    if (from == from_ && from + length == to_)
        return;
    from_ = from;
    to_ = from + length;
    emit changed();
}

} // namespace sonoloom
