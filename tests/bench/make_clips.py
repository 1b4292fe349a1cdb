#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sounds that compare_torchaudio.py measures on: the same on every machine with the same synthesizers.

make_clips.py DIR       one WAV a clip, 44.1 kHz, 16 bit; made again only when this file changed

Needs numpy, fluidsynth, fluid-soundfont-gm, espeak-ng and ffmpeg (packaging/install-deps.sh --tests installs the last four).
"""
from __future__ import annotations

import hashlib
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import numpy as np

RATE = 44100
CLIP = 512 * 441                       # samples of one clip, and of one image
LONG_SECONDS = 60
TILES = 8                              # images of the piece with seams
SOUNDFONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
SAMPLE = Path(__file__).resolve().parents[2] / "resources/sample/loom.flac"
PEAK = 10 ** (-3 / 20)                 # -3 dBFS
TICKS = 480                            # a quarter note
NEEDED = {"fluidsynth": "fluidsynth", "espeak-ng": "espeak-ng", "ffmpeg": "ffmpeg"}

DRUMS = 9
KICK, SNARE, HAT, OPEN_HAT, CRASH, RIDE, LOW_TOM, HIGH_TOM, CLAP, COWBELL, CONGA = 36, 38, 42, 46, 49, 51, 45, 48, 39, 56, 63
PROGRESSION = ((45, (0, 3, 7, 10)), (41, (0, 4, 7, 11)), (48, (0, 4, 7, 14)), (43, (0, 4, 7, 9)))  # Am7 Fmaj7 Cadd9 G6


class Score:
    """Notes in beats, written as a standard MIDI file."""

    def __init__(self, tempo: float, seed: str):
        self.tempo, self.random, self.events = tempo, random.Random(seed), []

    def part(self, channel: int, program: int, pan: int = 64, volume: int = 100, reverb: int = 40) -> None:
        self.events.append((0, -1, 0xC0 | channel, (program,)))
        self.events += [(0, -1, 0xB0 | channel, pair) for pair in ((7, volume), (10, pan), (91, reverb))]

    def note(self, channel: int, beat: float, length: float, key: int, velocity: int) -> None:
        start = max(0, round((beat + self.random.uniform(-0.008, 0.008)) * TICKS))
        velocity = max(1, min(127, velocity + self.random.randint(-6, 6)))
        self.events.append((start, 1, 0x90 | channel, (key, velocity)))
        self.events.append((start + max(1, round(length * TICKS)), 0, 0x80 | channel, (key, 0)))

    def beats(self, seconds: float) -> int:
        return int(seconds * self.tempo / 60) + 1

    def midi(self) -> bytes:
        body, now = b"\x00\xff\x51\x03" + round(60e6 / self.tempo).to_bytes(3, "big"), 0
        for when, _, status, values in sorted(self.events):
            body += variable_length(when - now) + bytes((status, *values))
            now = when
        body += variable_length(TICKS) + b"\xff\x2f\x00"
        return b"MThd" + struct.pack(">IHHH", 6, 0, 1, TICKS) + b"MTrk" + struct.pack(">I", len(body)) + body


def variable_length(number: int) -> bytes:
    groups = [number & 127]
    while number := number >> 7:
        groups.append(number & 127 | 128)
    return bytes(reversed(groups))


def chord_at(beat: float) -> tuple[int, tuple[int, ...]]:
    return PROGRESSION[int(beat // 4) % len(PROGRESSION)]


def drum_groove(score: Score, seconds: float) -> None:
    score.part(DRUMS, 0)
    for beat in range(score.beats(seconds)):
        for key, offsets, velocity in ((HAT, (0, 0.5), 70), (KICK, (0, 0.75) if beat % 2 == 0 else (), 115),
                                       (SNARE, (0,) if beat % 2 else (), 105), (OPEN_HAT, (0.5,) if beat % 8 == 7 else (), 80),
                                       (CRASH, (0,) if beat % 16 == 0 else (), 90)):
            for offset in offsets:
                score.note(DRUMS, beat + offset, 0.1, key, velocity)


def bass_line(score: Score, seconds: float, program: int = 33) -> None:
    score.part(0, program, volume=110, reverb=5)
    for beat in range(score.beats(seconds)):
        root = chord_at(beat)[0] - 12
        score.note(0, beat, 0.7, root, 100)
        score.note(0, beat + 0.5, 0.4, root + score.random.choice((0, 7, 12)), 80)


def chords(score: Score, seconds: float, channel: int, program: int, pan: int, length: float = 4, velocity: int = 75) -> None:
    score.part(channel, program, pan)
    for beat in np.arange(0, score.beats(seconds), length):
        root, steps = chord_at(beat)
        for step in steps:
            score.note(channel, beat, length * 0.95, root + 12 + step, velocity)


def melody(score: Score, seconds: float, channel: int, program: int, pan: int, octave: int = 24, step: float = 0.5) -> None:
    score.part(channel, program, pan)
    beat = 0.0
    while beat < score.beats(seconds):
        root, steps = chord_at(beat)
        length = step * score.random.choice((1, 1, 2, 3))
        score.note(channel, beat, length * 0.9, root + octave + score.random.choice(steps), score.random.randint(75, 110))
        beat += length


def pop(score: Score, seconds: float) -> None:
    drum_groove(score, seconds)
    bass_line(score, seconds)
    chords(score, seconds, 1, 4, 34, 2)
    chords(score, seconds, 2, 27, 96, 1, 60)
    melody(score, seconds, 3, 80, 70)


def piano(score: Score, seconds: float) -> None:
    score.part(1, 0)
    for beat in np.arange(0, score.beats(seconds), 0.5):
        root, steps = chord_at(beat)
        score.note(1, beat, 1.0, root + 12 + steps[int(beat * 2) % len(steps)], 70)
        if beat % 4 == 0:
            score.note(1, beat, 4, root - 12, 85)
    melody(score, seconds, 2, 0, 72, 36)


def strings(score: Score, seconds: float) -> None:
    chords(score, seconds, 1, 48, 30)
    chords(score, seconds, 2, 91, 98)
    melody(score, seconds, 3, 40, 64, 24, 1)


def brass(score: Score, seconds: float) -> None:
    for beat in np.arange(0, score.beats(seconds), 1.5):
        root, steps = chord_at(beat)
        for step in steps:
            score.note(1, beat, 0.5, root + 12 + step, 115)
    score.part(1, 61, 50)
    melody(score, seconds, 2, 56, 80, 24)
    bass_line(score, seconds, 58)


def chimes(score: Score, seconds: float) -> None:
    for channel, program, octave in ((1, 8, 36), (2, 14, 24), (3, 9, 48)):
        melody(score, seconds, channel, program, 30 + 25 * channel, octave, 0.75)


def voices(score: Score, seconds: float) -> None:
    chords(score, seconds, 1, 52, 30, 2, 95)
    chords(score, seconds, 2, 53, 98, 4, 80)
    melody(score, seconds, 3, 52, 64, 24, 1)


def percussion(score: Score, seconds: float) -> None:
    score.part(DRUMS, 0)
    for sixteenth in range(4 * score.beats(seconds)):
        for key, chance in ((KICK, 0.25), (SNARE, 0.15), (LOW_TOM, 0.12), (HIGH_TOM, 0.15), (CONGA, 0.4), (COWBELL, 0.1), (CLAP, 0.1),
                            (RIDE, 0.3)):
            if score.random.random() < chance:
                score.note(DRUMS, sixteenth / 4, 0.1, key, score.random.randint(60, 120))


def guitar(score: Score, seconds: float) -> None:
    melody(score, seconds, 1, 29, 70, 24)
    chords(score, seconds, 2, 30, 40, 2, 70)
    bass_line(score, seconds, 34)
    drum_groove(score, seconds)


def synth(score: Score, seconds: float) -> None:
    chords(score, seconds, 1, 81, 40, 1, 80)
    chords(score, seconds, 2, 89, 90)
    bass_line(score, seconds, 38)


# name: what plays, tempo, seconds from the score's beginning, channels
PIECES = {
    "pop": (pop, 112, 1.0, 2), "piano": (piano, 96, 0.5, 2), "strings": (strings, 80, 1.0, 2), "brass": (brass, 120, 0.5, 1),
    "chimes": (chimes, 90, 0.5, 2), "voices": (voices, 84, 1.0, 1), "percussion": (percussion, 100, 0.5, 1),
    "guitar": (guitar, 126, 1.0, 2), "synth": (synth, 118, 0.5, 1),
}
SPEECH = {
    "speech_en": ("en-gb", "150", "The loom stands by the window, and every thread that runs through it was once a sound somebody heard."),
    "speech_de": ("de+f3", "160", "Am Fenster steht ein Webstuhl, und jeder Faden darin war einmal ein Klang, den jemand gehört hat."),
}


def render(play, tempo: float, seconds: float, start: float = 0) -> np.ndarray:
    """Stereo sound of a score, `[2 x samples]`."""
    score = Score(tempo, play.__name__)
    play(score, start + seconds)
    with tempfile.TemporaryDirectory() as folder:
        midi, raw = Path(folder, "score.mid"), Path(folder, "score.raw")
        midi.write_bytes(score.midi())
        subprocess.run(["fluidsynth", "-q", "-n", "-i", "-C", "0", "-R", "1", "-g", "0.5", "-r", str(RATE), "-O", "float", "-T", "raw",
                        "-F", str(raw), str(SOUNDFONT), str(midi)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        sound = np.fromfile(raw, np.float32).reshape(-1, 2).T
    first = round(start * RATE)
    return sound[:, first:first + round(seconds * RATE)]


def read_any(path: Path, channels: int | None = None) -> np.ndarray:
    """A sound file of any kind at RATE, `[channels x samples]`, through ffmpeg."""
    if channels is None:
        probe = subprocess.run(["ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries", "stream=channels", "-of", "csv=p=0",
                                str(path)], capture_output=True, text=True, check=True)
        channels = min(2, int(probe.stdout.split()[0]))
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", str(path), "-ac", str(channels), "-ar", str(RATE), "-f", "f32le", "-"],
                         capture_output=True, check=True).stdout
    return np.frombuffer(raw, np.float32).reshape(-1, channels).T


def speech(voice: str, speed: str, text: str) -> np.ndarray:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "speech.wav")
        subprocess.run(["espeak-ng", "-v", voice, "-s", speed, "-w", str(path), text], check=True)
        return read_any(path, 1)


def noise_bursts() -> np.ndarray:
    """Bursts of noise of several colours, lengths and decays over a quiet hum."""
    source, out = np.random.default_rng(7), np.zeros(CLIP)
    time = np.arange(CLIP) / RATE
    for i, start in enumerate(np.arange(0.2, 5.0, 0.31)):
        after = np.maximum(0, time - start)
        noise = np.convolve(source.standard_normal(CLIP), np.ones(1 + 3 * (i % 5)) / (1 + 3 * (i % 5)), "same")
        out += (time >= start) * noise * np.exp(-after * (4 + 6 * (i % 4))) * (after < 0.25) * 0.3
    return (out + 0.01 * np.sin(2 * np.pi * 100 * time))[None]


def sweep() -> np.ndarray:
    """A logarithmic sweep 50 Hz to 9 kHz with two harmonics, and a slow tremolo."""
    time = np.arange(CLIP) / RATE
    rate = np.log(9000 / 50) / (CLIP / RATE)
    phase = 2 * np.pi * 50 * (np.exp(rate * time) - 1) / rate
    tone = np.sin(phase) + 0.3 * np.sin(2 * phase) * (time < 3.5) + 0.15 * np.sin(3 * phase) * (time < 3.0)
    return (tone * (1 + 0.3 * np.sin(2 * np.pi * 3 * time)))[None]


def write_wav(path: Path, sound: np.ndarray) -> None:
    """`[channels x samples]`, brought to PEAK, 16 bits."""
    scaled = np.round(sound * (PEAK * 32767 / np.abs(sound).max())).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(sound))
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(scaled.T.tobytes())


def fitted(sound: np.ndarray, samples: int = CLIP) -> np.ndarray:
    """Cut, or filled with silence."""
    return np.pad(sound[:, :samples], ((0, 0), (0, max(0, samples - sound.shape[1]))))


def make(folder: Path) -> None:
    """Fills `folder`, unless what is there was made by this very file."""
    stamp = folder / "made-by"
    version = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == version:
        return
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    missing += [] if SOUNDFONT.exists() else ["fluid-soundfont-gm"]
    if missing:
        sys.exit(f"make_clips.py: install first: apt-get install {' '.join(missing)}")
    for kind in ("clips", "pieces"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for name, (play, tempo, start, channels) in PIECES.items():
        sound = render(play, tempo, CLIP / RATE, start)
        write_wav(folder / "clips" / f"{name}.wav", fitted(sound if channels == 2 else sound.mean(axis=0, keepdims=True)))
    for name, words in SPEECH.items():
        write_wav(folder / "clips" / f"{name}.wav", fitted(speech(*words)))
    write_wav(folder / "clips" / "noise_bursts.wav", noise_bursts())
    write_wav(folder / "clips" / "sweep.wav", sweep())
    write_wav(folder / "clips" / "sample.wav", fitted(read_any(SAMPLE)[:, 8 * RATE:]))
    write_wav(folder / "pieces" / "tiles.wav", fitted(render(strings, 84, TILES * CLIP / RATE, 0.5).mean(axis=0, keepdims=True), TILES * CLIP))
    write_wav(folder / "pieces" / "minute.wav", fitted(render(pop, 112, LONG_SECONDS).mean(axis=0, keepdims=True), LONG_SECONDS * RATE))
    stamp.write_text(version)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    make(Path(sys.argv[1]))
