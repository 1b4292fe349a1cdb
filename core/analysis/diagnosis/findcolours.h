// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/image.h"

#include <optional>

namespace sonoloom
{

/// ColourMapped, where the colours are those of a known map. Its direction is taken as loud at the map's end.
std::optional<Finding> findColourMap(const Image& image);

/// Inverted, where the colours are those of a stereo mel image with their levels turned round: all red.
std::optional<Finding> findInvertedStereo(const Image& image);

} // namespace sonoloom
