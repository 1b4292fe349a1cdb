// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// What can be wrong with the image of a sound.
enum class Fault {
    Framed,       ///< axes, titles or a border are in the picture
    ColourMapped, ///< levels are colours of a map
    Jpeg,         ///< was compressed with loss, in blocks of 8 x 8
    Resized,      ///< stretched or shrunk to another size
    Cropped,      ///< a part is missing, says the record
    UpsideDown,
    Inverted,     ///< loud is bright where it should be dark
    EightBit,     ///< 8 bits of what were 16
    Clipped,      ///< many pixels at the loud end of the range
    NarrowRange,  ///< a part of the range is unused
    MissingLow,   ///< nothing in the lowest bands
    MissingHigh,  ///< nothing in the highest bands
    TooManyBands, ///< more bands than the transform tells apart
};

inline constexpr std::size_t faultCount = 13;

/// "colour-mapped": the name in JSON.
std::string_view faultName(Fault fault);

/// For people, marked with SONO_TR: "Colour-mapped".
const char* faultLabel(Fault fault);

/// A part of a picture in pixels.
struct PixelBox {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    bool operator==(const PixelBox&) const = default;
};

/// What repair() has to know, beside the fault.
struct Mend {
    std::string map;         ///< ColourMapped: its name
    bool mapReversed = false; ///< ColourMapped: the map's last colour is silence
    PixelBox inside;         ///< Framed: the picture without its frame
    int width = 0;           ///< Resized: the size to go back to
    int height = 0;
    double least = 0;        ///< NarrowRange: what becomes 0 and 1, as fractions of the greatest value
    double greatest = 1;
    bool operator==(const Mend&) const = default;
};

/// One thing that is wrong with an image.
struct Finding {
    Fault fault;
    double confidence = 0; ///< 0.5 (as likely as not) .. 1 (certain); what is less likely is not told
    std::string what;      ///< one sentence with the figures: "The colours are those of the map viridis."
    std::string cost;      ///< one sentence: what it does to the sound
    bool mendable = false;
    Mend mend{};
    bool operator==(const Finding&) const = default;
};

/// The kinds of images, which have faults of their own.
enum class Content {
    Mel,   ///< grey, or stereo in green and blue, dark is loud
    Phase, ///< magnitude and phase in colours
    Bytes, ///< a file's bytes or bits
    Other, ///< no image of sound
};

/// What the image should be. Zero where nobody knows.
struct Expected {
    Content content = Content::Mel;
    int width = 0;
    int height = 0;
    int depth = 0;
    double bottomHz = 0;     ///< lower edge of the lowest band
    double topHz = 0;        ///< upper edge of the highest band
    int sampleRate = 0;
    int fftSize = 0;         ///< of the transform behind the bands
    bool stretched = false;  ///< its level rule fills the range from black to white
};

/// The finding of that fault, or null.
const Finding* findingOf(const std::vector<Finding>& findings, Fault fault);

} // namespace sonoloom
