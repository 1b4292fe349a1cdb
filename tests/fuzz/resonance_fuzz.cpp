// SPDX-License-Identifier: GPL-3.0-or-later
// Any image and any record as resonance images: README.md.
#include "core/codec/resonance/resonance.h"
#include "tests/fuzz/decoding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto codec = sonoloom::makeResonanceCodec();
    sonoloom::fuzzing::decodeAnything(*codec, data, size);
    return 0;
}
