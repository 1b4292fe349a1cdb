// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/styles.h"

namespace sonoloom::corpus
{

namespace
{

constexpr int progressions[][4] = {{0, 5, 7, 0}, {0, 9, 5, 7}, {9, 5, 0, 7}, {0, 0, 5, 7}, {2, 7, 0, 0}, {0, 7, 9, 5}};

constexpr Style all[] = {
    {"rock", 90, 160, 0.5, 0.5, 4, true, rock},
    {"arpeggios", 60, 130, 0.5, 0.5, 4, false, arpeggios},
    {"jazz", 110, 190, 0.6, 0.67, 4, true, jazz},
    {"disco", 105, 135, 0.5, 0.5, 4, true, disco},
    {"picking", 80, 150, 0.5, 0.6, 4, false, picking},
    {"shuffle", 80, 150, 0.62, 0.67, 4, true, shuffle},
    {"funk", 85, 120, 0.5, 0.5, 4, true, funk},
    {"waltz", 85, 180, 0.5, 0.5, 3, false, waltz},
    {"reggae", 65, 95, 0.5, 0.62, 4, true, reggae},
    {"synthrock", 62, 180, 0.5, 0.5, 4, true, nullptr},
    {"drumandbass", 160, 180, 0.5, 0.5, 4, true, drumAndBass},
    {"chorale", 60, 110, 0.5, 0.5, 4, false, chorale},
    {"hiphop", 70, 100, 0.5, 0.6, 4, true, hipHop},
    {"march", 95, 135, 0.5, 0.5, 4, false, march},
    {"bossa", 110, 150, 0.5, 0.5, 4, true, bossa},
    {"stride", 110, 190, 0.58, 0.67, 4, false, stride},
    {"ballad", 60, 80, 0.5, 0.5, 4, true, ballad},
    {"synthshuffle", 75, 165, 0.62, 0.67, 4, true, nullptr},
    {"drummedwaltz", 90, 180, 0.5, 0.62, 3, true, drummedWaltz},
};

} // namespace

int Page::pick(std::initializer_list<int> choices)
{
    return choices.begin()[random.next() % choices.size()];
}

int Page::root(int bar) const
{
    return key + progressions[key % 6][bar % 4] - (progressions[key % 6][bar % 4] > 6 ? 12 : 0);
}

std::vector<int> Page::chord(int bar) const
{
    const int step = progressions[key % 6][bar % 4];
    const int third = step == 9 || step == 2 ? 3 : 4;
    return {step, step + third, step + 7, step + (step == 7 ? 10 : 12)};
}

void Page::playChord(int channel, double beat, double beats, int bar, int velocity)
{
    for (const int step : chord(bar))
        score.note(channel, beat, beats, key + 24 + step, velocity);
}

void Page::playMelody(int program, double density)
{
    score.part(Lead, program, 85);
    for (int bar = 0; bar < bars; ++bar) {
        for (int eighth = 0; eighth < 2 * beatsPerBar; ++eighth) {
            const auto tones = chord(bar);
            const double share = eighth % 2 == 0 ? density * 1.3 : density * 0.7;
            if (chance(share))
                score.note(Lead, bar * beatsPerBar + eighth / 2.0, random.uniform(0.4, 1.5),
                           key + 36 + tones[random.next() % tones.size()], 85);
        }
    }
}

std::span<const Style> styles()
{
    return all;
}

} // namespace sonoloom::corpus
