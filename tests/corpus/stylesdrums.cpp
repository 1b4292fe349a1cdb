// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/styles.h"

#include <array>

namespace sonoloom::corpus
{

namespace
{

void crashes(Page& page)
{
    for (int bar = 0; bar < page.bars; bar += 8)
        page.score.hit(Crash, bar * page.beatsPerBar, 100);
}

void walkingBass(Page& page)
{
    page.score.part(Bass, 32, 115);
    for (int bar = 0; bar < page.bars; ++bar)
        for (int beat = 0; beat < 4; ++beat)
            page.score.note(Bass, bar * 4 + beat, 0.9,
                            page.root(bar) + std::array{0, 4, 7, 9}[static_cast<std::size_t>(beat)], 100);
}

} // namespace

void rock(Page& page)
{
    const int pattern = page.pick({0, 1, 2});
    const std::vector<double> kicks[] = {{0, 2}, {0, 2, 2.5}, {0, 1.5, 2.5}};
    page.score.part(Bass, 34);
    page.score.part(Chords, page.pick({29, 30, 27}), 75);
    crashes(page);
    for (int bar = 0; bar < page.bars; ++bar) {
        const double at = bar * 4;
        for (int e = 0; e < 8; ++e) {
            page.score.hit(Hat, at + e / 2.0, e % 2 == 0 ? 90 : 65);
            page.score.note(Bass, at + e / 2.0, 0.45, page.root(bar), e == 0 ? 110 : 90);
        }
        for (const double beat : kicks[pattern])
            page.score.hit(Kick, at + beat, 110);
        page.score.hit(Snare, at + 1, 110);
        page.score.hit(Snare, at + 3, 110);
        page.playChord(Chords, at, 2, bar, 85);
        page.playChord(Chords, at + (pattern == 1 ? 2.5 : 2), 1.4, bar, 80);
    }
    page.playMelody(page.pick({30, 81, 66}), 0.25);
}

void funk(Page& page)
{
    page.score.part(Bass, 36);
    page.score.part(Chords, 28, 80);
    for (int bar = 0; bar < page.bars; ++bar) {
        const double at = bar * 4;
        for (int s = 0; s < 16; ++s) {
            page.score.hit(Hat, at + s / 4.0, s % 4 == 0 ? 90 : s % 2 == 0 ? 75 : 55);
            if (page.chance(s == 0 ? 1 : s % 4 == 0 ? 0.5 : 0.35))
                page.score.note(Bass, at + s / 4.0, 0.2, page.root(bar) + page.pick({0, 0, 12, 7}), 100);
            if (page.chance(s % 4 == 0 ? 0.2 : 0.35))
                page.playChord(Chords, at + s / 4.0, 0.15, bar, 75);
        }
        for (const double beat : {0.0, 0.75, 2.5})
            page.score.hit(Kick, at + beat, 110);
        for (const double beat : {1.0, 3.0})
            page.score.hit(Snare, at + beat, 112);
        page.score.hit(Snare, at + 1.75, 55);
    }
}

void disco(Page& page)
{
    page.score.part(Bass, 38);
    page.score.part(Chords, page.pick({4, 50, 90}), 85);
    crashes(page);
    for (int bar = 0; bar < page.bars; ++bar) {
        for (int beat = 0; beat < 4; ++beat) {
            const double at = bar * 4 + beat;
            page.score.hit(Kick, at, 115);
            page.score.hit(OpenHat, at + 0.5, 80);
            page.score.hit(Hat, at, 50);
            if (beat % 2 == 1)
                page.score.hit(Clap, at, 100);
            page.score.note(Bass, at, 0.4, page.root(bar), 95);
            page.score.note(Bass, at + 0.5, 0.4, page.root(bar) + 12, 100);
        }
        page.playChord(Chords, bar * 4 + page.pick({0, 0, 1}) * 0.5, 3.5, bar, 80);
    }
    page.playMelody(81, 0.3);
}

void jazz(Page& page)
{
    walkingBass(page);
    page.score.part(Chords, 0, 75);
    for (int bar = 0; bar < page.bars; ++bar) {
        const double at = bar * 4;
        for (const double beat : {0.0, 1.0, 1.5, 2.0, 3.0, 3.5})
            page.score.hit(Ride, at + beat, beat == 1 || beat == 3 ? 95 : 80);
        page.score.hit(Pedal, at + 1, 85);
        page.score.hit(Pedal, at + 3, 85);
        if (page.chance(0.4))
            page.score.hit(Snare, at + page.pick({1, 3, 5, 7}) * 0.5, 50);
        for (const double beat : {0.5, 1.5, 2.5})
            if (page.chance(0.5))
                page.playChord(Chords, at + beat, 0.4, bar, 75);
    }
    page.playMelody(page.pick({66, 56, 26}), 0.5);
}

void shuffle(Page& page)
{
    page.score.part(Bass, 33);
    page.score.part(Chords, page.pick({26, 29, 16}), 75);
    for (int bar = 0; bar < page.bars; ++bar) {
        for (int beat = 0; beat < 4; ++beat) {
            const double at = bar * 4 + beat;
            page.score.hit(Hat, at, 90);
            page.score.hit(Hat, at + 0.5, 70);
            page.score.hit(beat % 2 == 0 ? Kick : Snare, at, 110);
            page.score.note(Bass, at, 0.5, page.root(bar) + std::array{0, 4, 7, 9}[static_cast<std::size_t>(beat)],
                            100);
            page.score.note(Bass, at + 0.5, 0.3,
                            page.root(bar) + std::array{0, 4, 7, 9}[static_cast<std::size_t>(beat)], 85);
        }
        if (page.chance(0.5))
            page.score.hit(Kick, bar * 4 + 2.5, 95);
        page.playChord(Chords, bar * 4 + page.pick({0, 1}), 1.5, bar, 80);
    }
    page.playMelody(page.pick({22, 30, 65}), 0.4);
}

void drummedWaltz(Page& page)
{
    waltz(page);
    for (int bar = 0; bar < page.bars; ++bar) {
        page.score.hit(Kick, bar * 3, 105);
        for (const int beat : {1, 2})
            page.score.hit(Stick, bar * 3 + beat, 80);
        for (int beat = 0; beat < 3; ++beat)
            page.score.hit(Ride, bar * 3 + beat, 75);
    }
}

void bossa(Page& page)
{
    page.score.part(Bass, 32);
    page.score.part(Chords, 24, 90);
    for (int bar = 0; bar < page.bars; ++bar) {
        const double at = bar * 4;
        for (int e = 0; e < 8; ++e)
            page.score.hit(Shaker, at + e / 2.0, e % 2 == 0 ? 85 : 65);
        for (const double beat : {0.0, 1.5, 2.0, 3.5}) {
            page.score.hit(Kick, at + beat, 90);
            page.score.note(Bass, at + beat, 0.6, page.root(bar) + (beat >= 2 ? 7 : 0), 100);
        }
        for (const double beat : bar % 2 == 0 ? std::vector{0.0, 1.5, 3.0} : std::vector{1.0, 2.5}) {
            page.score.hit(Stick, at + beat, 90);
            page.playChord(Chords, at + beat, 0.8, bar, 75);
        }
    }
    page.playMelody(page.pick({66, 73, 11}), 0.35);
}

void reggae(Page& page)
{
    page.score.part(Bass, 33, 115);
    page.score.part(Chords, page.pick({27, 16}), 85);
    for (int bar = 0; bar < page.bars; ++bar) {
        const double at = bar * 4;
        for (int beat = 0; beat < 4; ++beat) {
            page.playChord(Chords, at + beat + 0.5, 0.2, bar, 90);
            page.score.hit(Hat, at + beat, 75);
            page.score.hit(Hat, at + beat + 0.5, 85);
        }
        for (const int key : {+Kick, +Stick})
            page.score.hit(key, at + 2, 110);
        for (const double beat : {0.0, 1.5, 2.0, 3.0})
            page.score.note(Bass, at + beat, 0.6, page.root(bar) + page.pick({0, 0, 7, 4}), 105);
    }
    page.playMelody(page.pick({18, 22, 57}), 0.25);
}

void drumAndBass(Page& page)
{
    page.score.part(Bass, 38, 115);
    page.score.part(Chords, 89, 80);
    for (int bar = 0; bar < page.bars; ++bar) {
        const double at = bar * 4;
        for (int e = 0; e < 8; ++e)
            page.score.hit(e == 7 ? OpenHat : Hat, at + e / 2.0, e % 2 == 0 ? 85 : 70);
        for (const double beat : {0.0, bar % 2 == 0 ? 2.5 : 2.25})
            page.score.hit(Kick, at + beat, 115);
        for (const double beat : {1.0, 3.0})
            page.score.hit(Snare, at + beat, 115);
        for (const double beat : {1.75, 2.25})
            if (page.chance(0.5))
                page.score.hit(Snare, at + beat, 55);
        page.score.note(Bass, at, 1.8, page.root(bar), 105);
        page.score.note(Bass, at + 2.5, 1.3, page.root(bar) + page.pick({0, 3, 7}), 100);
        if (bar % 2 == 0)
            page.playChord(Chords, at, 7.5, bar, 75);
    }
    page.playMelody(81, 0.15);
}

void ballad(Page& page)
{
    page.score.part(Bass, 33);
    page.score.part(Chords, page.pick({0, 4}), 95);
    page.score.part(Other, 48, 70);
    for (int bar = 0; bar < page.bars; ++bar) {
        const double at = bar * 4;
        const auto tones = page.chord(bar);
        for (int e = 0; e < 8; ++e) {
            page.score.hit(Hat, at + e / 2.0, e % 2 == 0 ? 70 : 50);
            page.score.note(Chords, at + e / 2.0, 0.6,
                            page.key + 24 + tones[static_cast<std::size_t>(e) % tones.size()], 75);
        }
        page.score.hit(Kick, at, 100);
        page.score.hit(Kick, at + 2.5, 80);
        page.score.hit(Stick, at + 1, 95);
        page.score.hit(Stick, at + 3, 95);
        page.score.note(Bass, at, 1.9, page.root(bar), 95);
        page.score.note(Bass, at + 2, 1.9, page.root(bar), 90);
        page.playChord(Other, at, 3.9, bar, 65);
    }
    page.playMelody(page.pick({73, 71, 53}), 0.2);
}

void hipHop(Page& page)
{
    page.score.part(Bass, 39, 115);
    page.score.part(Chords, 4, 85);
    for (int bar = 0; bar < page.bars; ++bar) {
        const double at = bar * 4;
        for (int e = 0; e < 8; ++e)
            page.score.hit(Hat, at + e / 2.0, e % 2 == 0 ? 80 : 70);
        for (const double beat : {0.0, 1.75, 2.5})
            page.score.hit(Kick, at + beat, 112);
        for (const double beat : {1.0, 3.0})
            page.score.hit(Snare, at + beat, 112);
        if (page.chance(0.5))
            page.score.hit(Hat, at + 3.25, 60);
        page.score.note(Bass, at, 1.5, page.root(bar), 110);
        page.score.note(Bass, at + 2.5, 1, page.root(bar), 105);
        page.playChord(Chords, at, 2.2, bar, 75);
        page.playChord(Chords, at + 2.5, 1.2, bar, 70);
    }
}

} // namespace sonoloom::corpus
