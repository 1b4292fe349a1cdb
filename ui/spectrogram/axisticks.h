// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/displayspectrogram.h"

#include <qcustomplot.h>

namespace sonoloom
{

/// Times as m:ss, with as many decimals as the ticks are apart.
QSharedPointer<QCPAxisTicker> timeTicker();

/// Round frequencies on an axis that counts bands, as many as stand `leastDistance` pixels apart: at most 3 digits, the
/// roundest first. @param range of bands on the axis @param pixels the axis is high
QSharedPointer<QCPAxisTicker> frequencyTicker(const DisplaySpectrogram& spectrogram, const QCPRange& range, int pixels);

} // namespace sonoloom
