// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/frequencyscale.h"
#include "ui/spectrogram/notename.h"

#include <qcustomplot.h>

namespace sonoloom
{

/// Times as m:ss, with as many decimals as the ticks are apart.
QSharedPointer<QCPAxisTicker> timeTicker();

/// What stands beside a frequency axis.
struct FrequencyLabels {
    bool notes = false;          ///< note names instead of hertz
    double tuning = usualTuning; ///< hertz of A4
    bool operator==(const FrequencyLabels&) const = default;
};

/// Round frequencies, or notes, on an axis of places (BandPlaces), as many as stand 20 pixels apart: the roundest first.
/// @param range of places on the axis @param pixels the axis is high
QSharedPointer<QCPAxisTicker> frequencyTicker(const BandPlaces& places, const QCPRange& range, int pixels,
                                              const FrequencyLabels& labels = {});

} // namespace sonoloom
