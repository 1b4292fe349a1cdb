// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionshape.h"

#include <string_view>

namespace sonoloom
{

/// "0.5..1.0,400..800": seconds and hertz of a rectangle; without the second part all frequencies.
/// Errors: InvalidArgument.
Result<RegionShape> rectangleFrom(std::string_view text);

/// "0.5..1.0,440": seconds and hertz of a tone that holds, whose harmonics are meant too. Errors: InvalidArgument.
Result<RegionShape> toneFrom(std::string_view text);

/// Points as pointsFrom() reads them: a lasso has three at least, a brush one, a gliding tone two.
/// Errors: InvalidArgument.
Result<RegionShape> shapeFrom(RegionKind kind, std::string_view points);

} // namespace sonoloom
