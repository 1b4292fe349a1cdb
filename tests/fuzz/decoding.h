// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"

#include <cstdint>

namespace sonoloom::fuzzing
{

/// One or two small images of any size, colours, depth, pixels and record, decoded with any parameters by a copy of `codec`
/// as far as that goes. Aborts at sound that is not finite or not as long as it was said to be.
void decodeAnything(const Codec& codec, const std::uint8_t* data, std::size_t size);

} // namespace sonoloom::fuzzing
