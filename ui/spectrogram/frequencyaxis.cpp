// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/frequencyaxis.h"

#include <algorithm>
#include <utility>

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

void FrequencyAxis::setScale(FrequencyScale scale)
{
    if (scale == scale_)
        return;
    scale_ = scale;
    from_ = 0;
    to_ = 1;
    select(0, 0);
    emit changed();
}

void FrequencyAxis::setNotes(bool notes)
{
    if (notes == notes_)
        return;
    notes_ = notes;
    emit changed();
}

void FrequencyAxis::setTuning(double hertz)
{
    if (hertz == tuning_)
        return;
    tuning_ = hertz;
    emit changed();
}

void FrequencyAxis::select(double from, double to)
{
    if (from > to)
        std::swap(from, to);
    from = std::clamp(from, 0.0, 1.0);
    to = std::clamp(to, 0.0, 1.0);
    if (from == selectedFrom_ && to == selectedTo_)
        return;
    selectedFrom_ = from;
    selectedTo_ = to;
    emit selectionChanged();
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
