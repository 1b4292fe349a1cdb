# SPDX-License-Identifier: GPL-3.0-or-later
"""What is heard of edited regions. Each command prints what it found and exits with 1 if it is wrong.

    regions.py mix FILE.wav SECONDS HERTZ       writes a chord with soft noise and a tone of this frequency
    regions.py place X Y WIDTH HEIGHT LENGTH FROM TO HERTZ   where those seconds and that frequency stand in a pane of
                                                images of this length whose middle is X Y: "x1 x2 y"
    regions.py erased BEFORE AFTER HERTZ        the tone is 20 dB softer or more, all else as loud within 1 dB
    regions.py alike BEFORE AFTER HERTZ         both are as loud within 1 dB
"""
import array
import cmath
import math
import random
import sys
import wave

RATE = 48000
LENGTH = 65536
CHORD = (220.0, 277.2, 329.6)
LEFT, RIGHT = 56, 10  # margins of a pane
TOP_HERTZ = 10000
PAINTED_OCTAVES = 0.5  # around the tone, which the brush takes with it


def mel(hertz):
    return 2595 * math.log10(1 + hertz / 700)


def mix(path, seconds, hertz):
    rate = 44100
    noise = random.Random(3)
    samples = array.array("h")
    for i in range(round(float(seconds) * rate)):
        time = i / rate
        chord = sum(math.sin(2 * math.pi * note * time + k) for k, note in enumerate(CHORD))
        value = 0.15 * math.sin(2 * math.pi * float(hertz) * time) + 0.08 * chord + noise.gauss(0, 0.01)
        samples.append(round(32767 * value))
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(samples.tobytes())


def place(x, y, width, height, length, start, end, hertz):
    x, y, width, height, length, start, end, hertz = map(float, (x, y, width, height, length, start, end, hertz))
    left = x - width / 2 + LEFT
    inner = width - LEFT - RIGHT
    share = mel(hertz) / mel(TOP_HERTZ)
    print(round(left + inner * start / length), round(left + inner * end / length), round(y + height / 2 - share * height))


def transformed(values):
    """The Fourier transform of as many values as a power of two."""
    if len(values) == 1:
        return values
    even, odd = transformed(values[::2]), transformed(values[1::2])
    turned = [cmath.exp(-2j * math.pi * k / len(values)) * odd[k] for k in range(len(odd))]
    return [a + b for a, b in zip(even, turned)] + [a - b for a, b in zip(even, turned)]


def spectrum(path):
    """Power of each bin of LENGTH samples that begin a second after the first audible one."""
    samples = array.array("f")
    with open(path, "rb") as file:
        content = file.read()
    samples.frombytes(content[: len(content) // 8 * 8])
    left = samples[::2]
    begin = next((i for i, value in enumerate(left) if abs(value) > 1e-4), None)
    if begin is None or len(left) < begin + RATE + LENGTH:
        sys.exit(f"WRONG: {path} is silent, or too short")
    part = left[begin + RATE : begin + RATE + LENGTH]
    window = [0.5 - 0.5 * math.cos(2 * math.pi * i / LENGTH) for i in range(LENGTH)]
    return [abs(value) ** 2 for value in transformed([a * b for a, b in zip(part, window)])]


def levels(path, hertz):
    """In dB: of the tone, of each note of the chord, and of the noise below and above what was painted."""
    power = spectrum(path)

    def within(low, high):
        return 10 * math.log10(sum(power[round(low * LENGTH / RATE) : round(high * LENGTH / RATE)]))

    factor = 2 ** PAINTED_OCTAVES
    rest = {f"{note} Hz": within(note - 8, note + 8) for note in CHORD}
    rest["noise below"] = within(400, hertz / factor)
    rest["noise above"] = within(hertz * factor, 8000)
    return within(hertz - 8, hertz + 8), rest


def compare(before, after, hertz, least_fall, most_fall):
    tone_before, rest_before = levels(before, hertz)
    tone_after, rest_after = levels(after, hertz)
    fall = tone_before - tone_after
    apart = {name: rest_after[name] - rest_before[name] for name in rest_before}
    print(f"the tone is {fall:.1f} dB softer;", ", ".join(f"{name} {value:+.2f} dB" for name, value in apart.items()))
    if not least_fall <= fall <= most_fall or max(abs(value) for value in apart.values()) > 1:
        sys.exit("WRONG")


def erased(before, after, hertz):
    compare(before, after, float(hertz), 20, math.inf)


def alike(before, after, hertz):
    compare(before, after, float(hertz), -1, 1)


{"mix": mix, "place": place, "erased": erased, "alike": alike}[sys.argv[1]](*sys.argv[2:])
