// SPDX-License-Identifier: GPL-3.0-or-later
// Any image and any record as riffusion images: README.md.
#include "core/codec/riffusion.h"
#include "tests/fuzz/decoding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto codec = sonoloom::makeRiffusionCodec();
    sonoloom::fuzzing::decodeAnything(*codec, data, size);
    return 0;
}
