// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/result.h"
#include "tests/corpus/midiscore.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sonoloom::corpus
{

/// A piece of music whose tempo and beats are known because it was written so.
struct Piece {
    std::string name; ///< its style and number
    Pulse pulse;
    int beatsPerBar = 4;
    bool drums = false;
    std::vector<double> beats; ///< seconds, from the first to the last that sounds
    std::vector<double> downbeats;
    Audio sound; ///< stereo, 44100 Hz
};

/// How many styles there are; piece i of a corpus is of style i modulo this.
std::size_t pieceStyles();

/// Piece `index` of the corpus of this seed, `seconds` long: 60 to 190 BPM, straight and swung, with drums and without,
/// by FluidSynth and General MIDI, two styles by synthesised drums alone. The same seed and index give the same notes.
/// Errors: Unavailable where FluidSynth or its soundfont are missing (packaging/install-deps.sh --tests).
Result<Piece> makePiece(std::uint64_t seed, std::size_t index, double seconds);

} // namespace sonoloom::corpus
