// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/reconstruct.h"
#include "core/edit/images/blendparams.h"

#include <QPainter>
#include <QStringList>

namespace sonoloom
{

/// Draws each band's gain of one input over the overlap, at the band's height; with many bands only where they begin and
/// end to change. @param input 0 for A, 1 for B
void paintBandOverlay(QPainter& painter, const QRectF& overlap, const BlendParams& params, int input);

/// "0–430 Hz" of each of so many bands of equally many rows, the lowest first.
QStringList bandNames(const MelAnalysis& analysis, int bands);

} // namespace sonoloom
