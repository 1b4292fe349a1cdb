// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"

namespace sonoloom
{

/// How the transform's cells become the image's pixels.
enum class WavdiffLayout { Exact, Resized };
enum class WavdiffDepth { Eight, Sixteen };
enum class WavdiffChannels { Auto, Mono, Stereo };

/// Parameters of 16-bit images of magnitude and phase; defaults are the best mode's (core/codec/README.md).
/// Where a decode takes the phases from: the images, or their magnitudes alone, for images whose phases mean nothing any more.
enum class WavdiffPhase { Stored, Found };

struct WavdiffParams {
    int size = 1024;
    WavdiffLayout layout = WavdiffLayout::Exact;
    WavdiffDepth depth = WavdiffDepth::Sixteen;
    double trimDb = 0; ///< 0: nothing is trimmed
    WavdiffChannels channels = WavdiffChannels::Auto;
    WavdiffPhase phase = WavdiffPhase::Stored;
    bool compatible = false;
    bool operator==(const WavdiffParams&) const = default;
};

template <class Params, class Visitor>
    requires FieldsOf<Params, WavdiffParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("size", p.size, Range{64, 4096}, Label{SONO_TR("Params", "Image size")}, "px",
          Help{SONO_TR("Params", "Width and height of a magnitude and phase image")});
    visit("layout", p.layout, Choices{{"exact", "resized"}}, Label{SONO_TR("Params", "Layout")},
          Help{SONO_TR("Params", "exact gives each cell of the transform its own pixel at any size; resized stretches the "
                                 "peer's 1025 x 1025 cells and loses by it")});
    visit("depth", p.depth, Choices{{"8", "16"}}, Label{SONO_TR("Params", "Bits a pixel")},
          Help{SONO_TR("Params", "16 bits keep all; 8 are what diffusion tools read, with a little noise")});
    visit("trim-db", p.trimDb, Range{0, 120}, Label{SONO_TR("Params", "Trim below")}, "dB",
          Help{SONO_TR("Params", "Leaves out beginning and end where they are so far below the loudest place; 0 keeps all")});
    visit("channels", p.channels, Choices{{"auto", "mono", "stereo"}}, Label{SONO_TR("Params", "Channels")},
          Help{SONO_TR("Params", "auto keeps mono and stereo as they are; more channels are mixed to stereo")});
    visit("phase", p.phase, Choices{{"stored", "found"}}, Label{SONO_TR("Params", "Phase")},
          Help{SONO_TR("Params", "Decoding: stored takes the images' phases; found ignores them and finds new ones by --method, "
                                 "for images that a model painted")});
}

/// wav_diff's images of magnitude (red) and phase (green, blue).
std::unique_ptr<Codec> makeWavdiffCodec(const WavdiffParams& params = {});

} // namespace sonoloom
