// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"
#include "core/codec/resonance/bitscode.h"

#include <optional>

namespace sonoloom
{

/// An image of bits and the side of its blocks.
struct FoundBits {
    BitsHeader header;
    int expansion;
};

/// Tries all expansions. Nothing if no header can be read.
std::optional<FoundBits> findBits(const Image& image);

/// The side of the blocks that an image of colours seems to be made of, 1 where none is seen. @param image RGB, 8 bits
int findExpansion(const Image& image);

Recognition recogniseResonance(const Image& image);

} // namespace sonoloom
