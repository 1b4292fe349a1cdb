// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/resonance/blocks.h"

#include <cstdint>
#include <vector>

namespace sonoloom
{

/// Three bytes a block, the likeliest ones. @param image RGB, 8 bits
std::vector<std::uint8_t> estimateBytes(const Image& image, const BlockGrid& grid);

} // namespace sonoloom
