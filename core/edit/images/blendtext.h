// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/blendparams.h"

#include <span>
#include <string>

namespace sonoloom
{

/// The curve as blendCurveFrom() reads it; places and shares to four decimals. A point that falls on the one before it is
/// left out.
std::string textOf(const BlendCurve& curve);

/// `params` with these bands, so that bandFades() gives them back to four decimals: their number, curves, starts and
/// lengths, what all have alike said once. The order, which these beat, is whole then. Region and space stay.
/// @param bands at least one, each within 0 to 1
BlendParams withBands(BlendParams params, std::span<const BandFade> bands);

} // namespace sonoloom
