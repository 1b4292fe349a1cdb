// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/corpus/midiscore.h"

#include <span>

/// Styles of music as the corpus of pieces writes them.
namespace sonoloom::corpus
{

/// What a style writes into.
struct Page {
    Score& score;
    Random& random;
    int bars;
    int beatsPerBar;
    int key; ///< of the tonic's bass, 36 to 47

    bool chance(double share) { return random.uniform() < share; }
    int pick(std::initializer_list<int> choices);
    /// Root and third, fifth, seventh of the bar's chord above `key`.
    int root(int bar) const;
    std::vector<int> chord(int bar) const;

    void playChord(int channel, double beat, double beats, int bar, int velocity);
    /// A line of chord tones in steps of eighths, with rests.
    void playMelody(int program, double density);
};

/// Percussion of General MIDI.
enum DrumKey {
    Kick = 36,
    Stick = 37,
    Snare = 38,
    Clap = 39,
    Hat = 42,
    Pedal = 44,
    OpenHat = 46,
    Crash = 49,
    Ride = 51,
    Shaker = 70
};
/// Channels of the other instruments.
enum Part { Bass = 0, Chords = 1, Lead = 2, Other = 3 };

struct Style {
    const char* name;
    double leastBpm;
    double greatestBpm;
    double leastSwing; ///< of eighths
    double greatestSwing;
    int beatsPerBar;
    bool drums;
    void (*write)(Page&); ///< null: synthesised drums, see pieces.cpp
};

std::span<const Style> styles();

/// With drums: stylesdrums.cpp.
void rock(Page& page);
void funk(Page& page);
void disco(Page& page);
void jazz(Page& page);
void shuffle(Page& page);
void drummedWaltz(Page& page);
void bossa(Page& page);
void reggae(Page& page);
void drumAndBass(Page& page);
void ballad(Page& page);
void hipHop(Page& page);

/// Without: stylesplain.cpp.
void waltz(Page& page);
void arpeggios(Page& page);
void chorale(Page& page);
void picking(Page& page);
void march(Page& page);
void stride(Page& page);

} // namespace sonoloom::corpus
