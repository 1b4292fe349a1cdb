// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/styles.h"

namespace sonoloom::corpus
{

void waltz(Page& page)
{
    page.score.part(Bass, page.pick({32, 43, 0}));
    page.score.part(Chords, page.pick({21, 0, 48}), 85);
    for (int bar = 0; bar < page.bars; ++bar) {
        page.score.note(Bass, bar * 3, 0.9, page.root(bar), 105);
        for (const int beat : {1, 2})
            page.playChord(Chords, bar * 3 + beat, 0.5, bar, 80);
    }
    page.playMelody(page.pick({40, 21, 73}), 0.45);
}

void arpeggios(Page& page)
{
    page.score.part(Bass, 0);
    page.score.part(Chords, page.pick({0, 46, 11}));
    for (int bar = 0; bar < page.bars; ++bar) {
        const auto tones = page.chord(bar);
        page.score.note(Bass, bar * 4, 1.9, page.root(bar), 90);
        page.score.note(Bass, bar * 4 + 2, 1.9, page.root(bar) + 7, 80);
        for (int e = 0; e < 8; ++e)
            page.score.note(Chords, bar * 4 + e / 2.0, 0.6,
                            page.key + 24 + tones[static_cast<std::size_t>(e % 4 == 3 ? 1 : e % 4) % tones.size()] +
                                (e > 3 ? 12 : 0),
                            e % 2 == 0 ? 85 : 70);
    }
    page.playMelody(0, 0.2);
}

void chorale(Page& page)
{
    page.score.part(Chords, page.pick({48, 19, 52}));
    page.score.part(Bass, page.pick({42, 19}));
    for (int bar = 0; bar < page.bars; ++bar) {
        for (int beat = 0; beat < 4; ++beat) {
            const auto tones = page.chord(bar);
            page.score.note(Bass, bar * 4 + beat, 0.95, page.root(bar) + (beat % 2 == 0 ? 0 : page.pick({4, 7, 12})),
                            beat == 0 ? 95 : 80);
            for (const int step : tones)
                page.score.note(Chords, bar * 4 + beat, 0.95, page.key + 24 + step + (page.chance(0.25) ? 2 : 0),
                                beat == 0 ? 90 : 78);
        }
        if (page.chance(0.5))
            page.score.note(Chords, bar * 4 + 3.5, 0.45, page.key + 38, 75);
    }
}

void picking(Page& page)
{
    page.score.part(Chords, page.pick({24, 25}), 110);
    for (int bar = 0; bar < page.bars; ++bar) {
        const auto tones = page.chord(bar);
        for (int beat = 0; beat < 4; ++beat) {
            page.score.note(Chords, bar * 4 + beat, 0.9, page.root(bar) + 12 + (beat % 2 == 0 ? 0 : 7), 90);
            if (page.chance(0.8))
                page.score.note(Chords, bar * 4 + beat + 0.5, 0.5,
                                page.key + 24 + tones[page.random.next() % tones.size()], 78);
            if (page.chance(0.3))
                page.score.note(Chords, bar * 4 + beat, 0.5, page.key + 36 + tones[page.random.next() % tones.size()],
                                85);
        }
    }
}

void march(Page& page)
{
    page.score.part(Bass, 58, 110);
    page.score.part(Chords, 61, 90);
    for (int bar = 0; bar < page.bars; ++bar) {
        page.score.note(Bass, bar * 4, 0.6, page.root(bar), 105);
        page.score.note(Bass, bar * 4 + 2, 0.6, page.root(bar) + 7, 100);
        for (const int beat : {1, 3})
            page.playChord(Chords, bar * 4 + beat, 0.4, bar, 85);
    }
    page.playMelody(56, 0.45);
}

void stride(Page& page)
{
    page.score.part(Bass, 0);
    page.score.part(Chords, 0, 90);
    for (int bar = 0; bar < page.bars; ++bar) {
        for (const int beat : {0, 2})
            page.score.note(Bass, bar * 4 + beat, 0.8, page.root(bar) + (beat == 2 ? 7 : 0), 100);
        for (const int beat : {1, 3})
            page.playChord(Chords, bar * 4 + beat, 0.5, bar, 75);
    }
    page.playMelody(0, 0.6);
}

} // namespace sonoloom::corpus
