#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The score of the sample: eight bars in A minor, written as a standard MIDI file.

loom.py score FILE.mid            writes the score
loom.py master FILE.raw FILE.wav  finishes what the synthesizer made of it (32-bit float, stereo, 44.1 kHz)
"""
import array
import random
import struct
import sys
import wave

TEMPO = 96                 # quarter notes a minute: a bar is 2.5 s, eight bars are 20 s
TICKS = 480                # a quarter note
STEP = TICKS // 4          # the grid: sixteenths, every second one late by SWING
SWING = 14
RATE = 44100
BAR_SECONDS = 4 * 60 / TEMPO
STOP_AT = 5.75 * BAR_SECONDS   # the fourth beat of the sixth bar is silent
STOP_UNTIL = 6.0 * BAR_SECONDS
FADE_FROM = 6.5 * BAR_SECONDS  # from there 9 dB a second less
FADE_DB_A_SECOND = 9.0
PEAK = 10 ** (-1 / 20)         # -1 dBFS

# channel, General MIDI program, volume, pan (64 is the middle), reverb
PARTS = {
    "drums": (9, 0, 127, 64, 24),
    "bass": (0, 33, 112, 64, 4),
    "keys": (1, 4, 80, 34, 40),
    "pad": (2, 89, 112, 96, 70),
    "lead": (3, 73, 88, 78, 64),
    "vibes": (4, 11, 124, 20, 56),
}

KICK, STICK, SNARE, LOW_TOM, HIGH_TOM = 36, 37, 38, 45, 48
HAT, PEDAL, OPEN, CRASH, RIDE, SHAKER = 42, 44, 46, 49, 51, 70

# One character a sixteenth: how loud, 1 to 9.
GROOVE = [(KICK, "9......6..8....."), (SNARE, "....8..2.2..9..1"), (HAT, "6.4.7.4.6.4.7..."),
          (OPEN, "..............6."), (SHAKER, "3232323232323232")]
FULL = GROOVE[:2] + [(RIDE, "7.5.6.57.5.6.5.4"), (PEDAL, "....5.......5..."), (SHAKER, "3232323232323232")]
FILL = [(KICK, "9......6..8..6.."), (SNARE, "....8..2.2..7589"), (HAT, "6.4.7.4.6.4....."),
        (HIGH_TOM, "..........67...."), (LOW_TOM, "............8..7")]
STOP = [(KICK, "9......6..8....."), (SNARE, "....8..2.2.9...."), (HAT, "6.4.7.4.6.4.....")]
INTRO = [(STICK, "............5..."), (HAT, "3.2.4.2.3.2.4.35"), (SHAKER, "2121212121212121")]
SOFT = [(KICK, "8.........7....."), (STICK, "....7.......7..3"), (HAT, "4.3.5.3.4.3.5.4."),
        (SHAKER, "2121212121212121")]
CRASHED = [(CRASH, "8...............")]
DRUMS = [INTRO, SOFT, GROOVE + CRASHED, FILL, FULL + CRASHED, STOP, GROOVE + CRASHED, GROOVE]

# Keys: chords of (bar, step, length in steps, notes).
CHORDS = [
    (0, 0, 6, "A3 C4 E4 B4"), (0, 7, 9, "G3 C4 E4 B4"),
    (1, 0, 6, "F3 A3 C4 G4"), (1, 7, 3, "F3 A3 C4 E4"), (1, 10, 6, "A3 C4 E4 G4"),
    (2, 0, 6, "E3 G3 B3 D4"), (2, 7, 3, "E3 G3 B3 D4"), (2, 10, 6, "G3 B3 C4 E4"),
    (3, 0, 6, "D3 G3 B3 E4"), (3, 8, 3, "D3 G#3 C4 F4"), (3, 11, 5, "D3 G#3 B3 E4"),
    (4, 0, 6, "G3 B3 C4 E4"), (4, 7, 3, "G3 B3 C4 E4"), (4, 10, 6, "A3 C4 E4 B4"),
    (5, 0, 6, "A3 C4 E4 G4"), (5, 7, 3, "A3 C4 E4 G4"), (5, 10, 2, "A3 C4 E4 A4"),
    (6, 0, 7, "F3 A3 C4 E4"), (6, 8, 8, "D3 G#3 C4 F4"),
    (7, 0, 7, "G3 B3 C4 E4"), (7, 8, 8, "A3 C4 E4 B4"),
]
PAD = [
    (0, 0, 16, "A3 E4 C5"), (1, 0, 16, "A3 F4 C5"), (2, 0, 16, "G3 E4 B4"), (3, 0, 8, "G3 D4 B4"),
    (3, 8, 8, "G#3 D4 B4"), (4, 0, 16, "A3 E4 C5"), (5, 0, 12, "A3 F4 C5"), (6, 0, 8, "A3 F4 D5"),
    (6, 8, 8, "G#3 E4 D5"), (7, 0, 16, "A3 E4 C5"),
]
# Lines: (bar, step, length, note, loudness 1 to 9).
BASS = [
    (1, 0, 3, "F1", 8), (1, 3, 2, "F1", 6), (1, 6, 2, "C2", 7), (1, 10, 3, "F2", 8), (1, 14, 2, "B1", 7),
    (2, 0, 3, "C2", 9), (2, 3, 2, "C2", 6), (2, 6, 2, "G1", 7), (2, 8, 1, "A1", 6), (2, 10, 3, "C2", 8),
    (2, 14, 1, "B1", 7), (2, 15, 1, "A1", 5), (3, 0, 3, "G1", 9), (3, 3, 2, "G1", 6), (3, 6, 2, "D2", 7),
    (3, 8, 2, "E1", 9), (3, 11, 2, "E2", 7), (3, 13, 1, "E1", 6), (3, 14, 2, "G#1", 8), (4, 0, 3, "A1", 9),
    (4, 3, 2, "A1", 6), (4, 6, 1, "E2", 7), (4, 7, 2, "G2", 7), (4, 10, 3, "A2", 8), (4, 13, 1, "G2", 6),
    (4, 14, 2, "E2", 7), (5, 0, 3, "F1", 9), (5, 3, 2, "F1", 6), (5, 6, 2, "C2", 7), (5, 8, 1, "E2", 6),
    (5, 10, 2, "F2", 9), (6, 0, 3, "D2", 9), (6, 3, 2, "D2", 6), (6, 6, 2, "A1", 7), (6, 8, 3, "E1", 9),
    (6, 11, 2, "E2", 7), (6, 14, 2, "G#1", 7), (7, 0, 3, "A1", 9), (7, 3, 2, "A1", 6), (7, 6, 2, "E2", 7),
    (7, 10, 3, "A1", 8), (7, 13, 3, "E1", 6),
]
LEAD = [
    (1, 12, 1, "E5", 5), (1, 13, 1, "G5", 6), (1, 14, 2, "A5", 7), (2, 0, 5, "B5", 8), (2, 5, 1, "A5", 6),
    (2, 6, 3, "G5", 7), (2, 10, 2, "E5", 6), (2, 12, 2, "D5", 6), (2, 14, 2, "E5", 7), (3, 0, 6, "D5", 8),
    (3, 6, 2, "B4", 6), (3, 8, 3, "G#5", 8), (3, 11, 2, "F5", 7), (3, 13, 3, "E5", 7), (4, 0, 4, "C6", 9),
    (4, 4, 2, "B5", 7), (4, 6, 1, "A5", 6), (4, 7, 4, "G5", 8), (4, 12, 2, "E5", 7), (4, 14, 2, "G5", 8),
    (5, 0, 3, "A5", 9), (5, 3, 3, "G5", 7), (5, 6, 3, "E5", 7), (5, 9, 1, "G5", 6), (5, 10, 2, "A5", 9),
    (6, 0, 4, "F5", 8), (6, 4, 2, "E5", 7), (6, 6, 2, "D5", 7), (6, 8, 5, "C5", 8), (6, 13, 3, "B4", 7),
    (7, 0, 14, "A4", 8),
]
ARPEGGIO = ((2, "E5", 7), (4, "B5", 8), (6, "C6", 7), (10, "G5", 8), (12, "E5", 7), (14, "B4", 6))
VIBES = [(bar, step, 3, name, level) for bar in (0, 4, 7) for step, name, level in ARPEGGIO]


def pitch(name):
    return {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}[name[0]] + ("#" in name) + 12 * (int(name[-1]) + 1)


def tick(bar, step):
    return bar * 16 * STEP + step * STEP + (SWING if step % 2 else 0)


def note(when, length, key, velocity):
    """The two events of one note: (tick, order, status, bytes after it); ends sort before beginnings."""
    return [(when, 1, 0x90, (key, max(1, min(127, velocity)))), (when + length, 0, 0x80, (key, 0))]


def drum_events(touch):
    events = []
    for bar, patterns in enumerate(DRUMS):
        for key, pattern in patterns:
            for step in (step for step in range(16) if pattern[step] != "."):
                when = tick(bar, step) + touch.randint(0, 3)
                events += note(when, STEP // 2, key, int(pattern[step]) * 13 + touch.randint(-4, 4))
    return events


def line_events(line, touch):
    events = []
    for bar, step, length, name, level in line:
        when = tick(bar, step) + touch.randint(0, 6)
        events += note(when, length * STEP - 20, pitch(name), level * 13 + touch.randint(-3, 3))
    return events


def chord_events(chords, velocity, spread, touch):
    events = []
    for bar, step, length, names in chords:
        for voice, name in enumerate(names.split()):
            when = tick(bar, step) + voice * spread
            events += note(when, length * STEP - 30, pitch(name), velocity + touch.randint(-6, 6))
    return events


def swell(from_tick, to_tick, start, end, controller):
    """A controller that moves evenly from `start` to `end`."""
    steps = max(2, abs(end - start) // 2)
    return [(from_tick + (to_tick - from_tick) * i // steps, 0, 0xB0, (controller, start + (end - start) * i // steps))
            for i in range(steps + 1)]


def varied(number):
    """MIDI's variable-length number."""
    groups = [number & 127]
    while number := number >> 7:
        groups.append(number & 127 | 128)
    return bytes(reversed(groups))


def track(events, channel):
    body, now = b"", 0
    for when, _, status, values in sorted(events):
        body += varied(when - now) + bytes((status | channel, *values))
        now = when
    body += varied(TICKS) + b"\xff\x2f\x00"
    return b"MTrk" + struct.pack(">I", len(body)) + body


def part_events(name, touch):
    if name == "drums":
        return drum_events(touch)
    if name == "keys":
        return chord_events(CHORDS, 82, 5, touch)
    if name == "pad":
        return chord_events(PAD, 76, 0, touch) + swell(0, tick(2, 0), 20, 110, 11)
    if name == "lead":
        vibrato = swell(tick(2, 1), tick(2, 5), 0, 50, 1) + swell(tick(7, 2), tick(7, 14), 20, 90, 1)
        return line_events(LEAD, touch) + vibrato
    return line_events({"bass": BASS, "vibes": VIBES}[name], touch)


def write_score(path):
    microseconds = 60_000_000 // TEMPO
    tempo = b"\x00\xff\x51\x03" + microseconds.to_bytes(3, "big") + b"\x00\xff\x2f\x00"
    tracks = [b"MTrk" + struct.pack(">I", len(tempo)) + tempo]
    for name, (channel, program, volume, pan, reverb) in PARTS.items():
        touch = random.Random(name)
        controllers = ((7, volume), (10, pan), (91, reverb), (93, 0))
        setup = [(0, -1, 0xC0, (program,))] + [(0, -1, 0xB0, pair) for pair in controllers]
        tracks.append(track(setup + part_events(name, touch), channel))
    with open(path, "wb") as file:
        file.write(b"MThd" + struct.pack(">IHHH", 6, 1, len(tracks), TICKS) + b"".join(tracks))


def envelope(second):
    """Silence in the stop, and the fade at the end; both are made here, so that no reverberation hangs over."""
    if STOP_AT <= second < STOP_UNTIL:
        return 0.0
    return 10 ** (-FADE_DB_A_SECOND * max(0.0, second - FADE_FROM) / 20)


def write_master(raw_path, wav_path):
    samples = array.array("f")
    with open(raw_path, "rb") as file:
        samples.frombytes(file.read())
    count = 2 * int(8 * BAR_SECONDS * RATE)
    shaped = [samples[i] * envelope(i // 2 / RATE) for i in range(count)]
    gain = PEAK * 32767 / max(abs(sample) for sample in shaped)
    with wave.open(wav_path, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array.array("h", (round(sample * gain) for sample in shaped)).tobytes())


if __name__ == "__main__":
    if sys.argv[1:2] == ["score"] and len(sys.argv) == 3:
        write_score(sys.argv[2])
    elif sys.argv[1:2] == ["master"] and len(sys.argv) == 4:
        write_master(sys.argv[2], sys.argv[3])
    else:
        sys.exit(__doc__)
