// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/codec/record.h"
#include "tests/corpus/sounds.h"

#include <string>

namespace sonoloom::corpus
{

/// An image as a format's program writes it, with its record in its texts (none where the program writes none).
struct Sample {
    std::string name;   ///< "riffusion speech 3"
    std::string format; ///< the codec's, empty for a picture of something else
    Image image;
};

/// A mel image of a sound of that kind; bands, power, level, depth, layout and top frequency follow from the seed.
Sample melImage(std::string_view kind, std::uint64_t seed);

/// A mono sound by the format's defaults: 512 x 512 pixels, grey, 8 bits.
Sample plainMelImage(std::string_view kind, std::uint64_t seed);

/// The same as melImage of a sound that is there already.
Sample melImageOf(const Audio& audio, const std::string& name, std::uint64_t seed);

/// An image of magnitude and phase: exact or resized, ours or the peer's, 16 or 8 bits, 256 to 512 pixels.
Sample phaseImage(std::string_view kind, std::uint64_t seed);

/// An image of bytes (expansion 1 to 8) or, for seeds that 4 divides, of bits.
Sample bytesImage(std::string_view kind, std::uint64_t seed);

} // namespace sonoloom::corpus
