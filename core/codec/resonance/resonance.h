// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"

namespace sonoloom
{

enum class ResonanceCode { Bytes, Bits };

/// Parameters of Resonance's byte images; defaults are the peer's (FORMATS: core/codec/README.md).
struct ResonanceParams {
    int width = 768;
    int height = 768;
    int expansion = 1; ///< pixels along the side of a block
    ResonanceCode code = ResonanceCode::Bytes;
    bool compatible = false;
    bool operator==(const ResonanceParams&) const = default;
};

template <class Params, class Visitor>
    requires FieldsOf<Params, ResonanceParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("width", p.width, Range{1, 32768}, Label{SONO_TR("Params", "Width")}, "px",
          Help{SONO_TR("Params", "Width of an image")});
    visit("height", p.height, Range{1, 32768}, Label{SONO_TR("Params", "Height")}, "px",
          Help{SONO_TR("Params", "Height of an image")});
    visit("expansion", p.expansion, Range{1, 256}, Label{SONO_TR("Params", "Expansion")}, "px",
          Help{SONO_TR("Params", "Side of the block that carries three bytes, or one bit")});
    visit("code", p.code, Choices{{"bytes", "bits"}}, Label{SONO_TR("Params", "Code")},
          Help{SONO_TR("Params", "bytes are colours, as the peer writes them; bits are black and white and survive noise "
                                 "and JPEG")});
}

/// Resonance's images: the bytes of a WAV file as colours.
std::unique_ptr<Codec> makeResonanceCodec(const ResonanceParams& params = {});

} // namespace sonoloom
