// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sonoloom::corpus
{

/// Where beats lie in time: a tempo that sways slowly, and the place of the second eighth of a beat.
struct Pulse {
    double bpm = 120;
    double sway = 0;         ///< greatest distance from an even pulse, in beats
    double swing = 0.5;      ///< where in the beat its second eighth is: 0.5 straight, 0.67 triplets
    double sixteenths = 0.5; ///< where in the eighth its second sixteenth is
    double start = 0.3;      ///< of beat 0, in seconds

    /// Of a place on the written page: 2.5 is the second eighth of the third beat.
    double seconds(double beat) const;
};

/// Notes of General MIDI, in beats as they are written.
class Score
{
public:
    static constexpr int drums = 9; ///< the channel of percussion

    Score(const Pulse& pulse, Random& random) : pulse_(pulse), random_(random) {}

    /// Errors of players: by how much notes miss their time (seconds) and their velocity.
    void loosen(double seconds, double velocity) { late_ = seconds, loose_ = velocity; }
    void part(int channel, int program, int volume = 100);
    void note(int channel, double beat, double beats, int key, int velocity);
    void hit(int key, double beat, int velocity) { note(drums, beat, 0.2, key, velocity); }

    /// The bytes of a standard MIDI file of one track.
    std::string midi() const;

private:
    struct Event {
        long tick;
        int order;
        std::string bytes;
    };
    Pulse pulse_;
    Random& random_;
    double late_ = 0;
    double loose_ = 0;
    std::vector<Event> events_;
};

} // namespace sonoloom::corpus
