// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"
#include "core/codec/level.h"

namespace sonoloom
{

enum class RiffusionChannels { Auto, Mono, Stereo };
enum class PixelDepth { Eight, Sixteen };

/// Parameters of Riffusion's mel images; defaults are the best mode's (FORMATS: core/codec/README.md).
struct RiffusionParams {
    double maxvol = 100;
    double power = 0.25;
    int bands = 512;
    int durationMs = 5119;
    LevelRule level = LevelRule::Shared;
    double minHz = 0;
    double topHz = 10'000;
    double stepMs = 10;
    double windowMs = 100;
    double paddedMs = 400;
    RiffusionChannels channels = RiffusionChannels::Auto;
    PixelDepth depth = PixelDepth::Eight;
    bool rgb = false;   ///< R = G = B instead of grey
    bool whole = false; ///< one image for the whole sound
    bool finish = false; ///< decoding ends with riffusion-hobby's gain and peak
    bool compatible = false;
    bool operator==(const RiffusionParams&) const = default;
};

template <class Params, class Visitor>
    requires FieldsOf<Params, RiffusionParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("maxvol", p.maxvol, Range{1e-6, 1e12}, Label{SONO_TR("Params", "Max volume")}, "",
          Help{SONO_TR("Params", "Level that becomes the darkest pixel; louder is clipped (level fixed)")});
    visit("power", p.power, Range{0.01, 2}, Label{SONO_TR("Params", "Power")}, "",
          Help{SONO_TR("Params", "Exponent that compresses the level; small values lift quiet sound")});
    visit("n-mels", p.bands, Range{8, 4096}, Label{SONO_TR("Params", "Mel bands")}, "px",
          Help{SONO_TR("Params", "Height of the image")});
    visit("duration", p.durationMs, Range{100, 86'400'000}, Label{SONO_TR("Params", "Duration")}, "ms",
          Help{SONO_TR("Params", "Length of sound in one image")});
    visit("level", p.level, Choices{{"minmax", "fixed", "shared", "peak"}}, Label{SONO_TR("Params", "Level")},
          Help{SONO_TR("Params", "minmax stretches each image as the peer does and loses its level; fixed takes maxvol; "
                                 "shared finds one maxvol for the whole set; peak is riffusion-hobby's")});
    visit("f-min", p.minHz, Range{0, 95'000}, Label{SONO_TR("Params", "Lowest frequency")}, "Hz",
          Help{SONO_TR("Params", "Lower edge of the lowest band")});
    visit("f-max", p.topHz, Range{100, 96'000}, Label{SONO_TR("Params", "Top frequency")}, "Hz",
          Help{SONO_TR("Params", "Upper edge of the highest band, at most half the sample rate")});
    visit("step-ms", p.stepMs, Range{0.5, 200}, Label{SONO_TR("Params", "Step")}, "ms",
          Help{SONO_TR("Params", "Time from one column to the next")});
    visit("window-ms", p.windowMs, Range{1, 1000}, Label{SONO_TR("Params", "Window")}, "ms",
          Help{SONO_TR("Params", "Length of sound that one column looks at")});
    visit("padded-ms", p.paddedMs, Range{1, 4000}, Label{SONO_TR("Params", "Padded window")}, "ms",
          Help{SONO_TR("Params", "Length of the Fourier transform around the window")});
    visit("channels", p.channels, Choices{{"auto", "mono", "stereo"}}, Label{SONO_TR("Params", "Channels")},
          Help{SONO_TR("Params", "auto keeps mono and stereo as they are; more channels are mixed to stereo")});
    visit("depth", p.depth, Choices{{"8", "16"}}, Label{SONO_TR("Params", "Bits a pixel")},
          Help{SONO_TR("Params", "16 bits keep the level finer; diffusion tools want 8")});
    visit("rgb", p.rgb, Label{SONO_TR("Params", "RGB")},
          Help{SONO_TR("Params", "Write mono images as R = G = B, which diffusion tools want")});
    visit("whole", p.whole, Label{SONO_TR("Params", "One image")},
          Help{SONO_TR("Params", "One wide image for the whole sound instead of tiles")});
    visit("finish", p.finish, Label{SONO_TR("Params", "Finish")},
          Help{SONO_TR("Params", "Bring decoded sound to -12 dBFS and its peak to -0.1 dBFS, as riffusion-hobby does")});
}

/// riffusion-manipulation's and riffusion-hobby's mel spectrogram images.
std::unique_ptr<Codec> makeRiffusionCodec(const RiffusionParams& params = {});

} // namespace sonoloom
