# SPDX-License-Identifier: GPL-3.0-or-later
"""What a journey's sounds and files must be. Each command prints what it found and exits with 1 if it is wrong.

    check.py tones FILE.wav SECONDS          writes two steady tones, in which every jump shows
    check.py groove FILE.wav BPM SECONDS HERTZ   writes a beat with a kick of this pitch on every other beat
    check.py kicks FILE.wav BPM              a kick on every other beat, from the start to the end
    check.py softer RECORDING THAN DB        the first one's RMS is lower by DB or more
    check.py alike RECORDING RECORDING DB    the RMS is the same within DB
    check.py length FILE.wav SECONDS         within 10 ms
    check.py joints FILE.wav SECONDS...      no step at these times that is larger than those around
    check.py abx REPORT.json SOUND TRIALS    sum of the sound, probability, answers
    check.py project FILE MARKER AXIS POWER  a marker of this name, the frequency axis, the field power
"""
import array
import hashlib
import json
import math
import sys
import wave

SILENCE = 1e-4
RECORDED_RATE = 48000
COMPARED = RECORDED_RATE * 3 // 2


def die(sentence):
    print("WRONG:", sentence)
    sys.exit(1)


def recorded(path):
    """The left channel from its first audible sample on."""
    samples = array.array("f")
    with open(path, "rb") as file:
        data = file.read()
    samples.frombytes(data[: len(data) // 8 * 8])
    left = samples[::2]
    begin = next((i for i, value in enumerate(left) if abs(value) > SILENCE), None)
    if begin is None:
        die(f"{path} is silent")
    return left[begin:]


def level(path):
    samples = recorded(path)[: COMPARED]
    return 10 * math.log10(sum(value * value for value in samples) / len(samples))


def tones(path, seconds):
    rate = 44100
    samples = array.array("h")
    for i in range(round(float(seconds) * rate)):
        samples.append(round(6000 * (math.sin(2 * math.pi * 220 * i / rate) + math.sin(2 * math.pi * 330 * i / rate))))
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(samples.tobytes())


def groove(path, bpm, seconds, hertz):
    rate = 22050
    samples = [0.0] * round(float(seconds) * rate)
    beat_seconds = 60 / float(bpm)
    for beat in range(int(float(seconds) / beat_seconds)):
        begin = round(beat * beat_seconds * rate)
        for i in range(min(rate // 4, len(samples) - begin)):
            t = i / rate
            kick = (0.55, 0, 0.3, 0)[beat % 4] * math.exp(-14 * t) * math.sin(2 * math.pi * float(hertz) * t)
            samples[begin + i] += kick + 0.12 * math.exp(-80 * t) * math.sin(2 * math.pi * 5000 * t)
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(array.array("h", (round(32767 * sample) for sample in samples)).tobytes())


def kicks(path, bpm):
    samples, rate = sound(path)
    low, smooth = 0.0, 1 - math.exp(-2 * math.pi * 120 / rate)
    energy = [0.0]
    for sample in samples:
        low += smooth * (sample - low)
        energy.append(energy[-1] + low * low)
    period, near = 2 * 60 / float(bpm), round(0.06 * rate)
    places = [round(period * k * rate) for k in range(1, int(len(samples) / rate / period))]
    rises = [(energy[at + near] - energy[at]) / (energy[at] - energy[at - near] + 1e-3) for at in places]
    print(f"{len(rises)} kicks, the least rises by {10 * math.log10(min(rises) + 1e-6):.1f} dB")
    if min(rises) < 4:
        die(f"there is no kick at {places[rises.index(min(rises))] / rate:.2f} s")


def sound(path):
    """Left channel from -1 to 1, and the sample rate."""
    with wave.open(path, "rb") as file:
        width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
        data = file.readframes(file.getnframes())
    step = width * channels
    scale = float(1 << (8 * width - 1))
    return [int.from_bytes(data[i : i + width], "little", signed=True) / scale for i in range(0, len(data), step)], rate


def softer(first, second, decibels):
    lower, higher = level(first), level(second)
    print(f"{lower:.2f} dB against {higher:.2f} dB")
    if higher - lower < float(decibels):
        die(f"that is not softer by {decibels} dB")


def alike(first, second, decibels):
    one, other = level(first), level(second)
    print(f"{one:.2f} dB against {other:.2f} dB")
    if abs(one - other) > float(decibels):
        die(f"that is more than {decibels} dB apart")


def length(path, seconds):
    samples, rate = sound(path)
    print(f"{len(samples) / rate:.4f} s")
    if abs(len(samples) / rate - float(seconds)) > 0.01:
        die(f"{path} lasts {len(samples) / rate:.4f} s, not {seconds} s")
    if max(map(abs, samples)) < 0.01:
        die(f"{path} is silent")


def joints(path, *times):
    samples, rate = sound(path)

    def steepest(begin, end):
        return max(abs(samples[i] - samples[i - 1]) for i in range(begin, end))

    for time in times:
        at, near, far = round(float(time) * rate), rate // 500, rate // 10
        joint = steepest(at - near, at + near)
        around = max(steepest(at - far, at - near), steepest(at + near, at + far))
        print(f"{time} s: step {joint:.4f}, around {around:.4f}")
        if joint > 1.5 * around:
            die(f"there is a jump at {time} s")


def abx(path, heard, trials):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    with open(heard, "rb") as file:
        expected = hashlib.sha256(file.read()).hexdigest()
    text = json.dumps(report)
    if expected not in text:
        die("the report does not hold the sound's SHA-256")
    answers, planned = report["trials"], int(trials)
    if len(answers) != planned or report["planned"] != planned:
        die(f"{len(answers)} answers of {report['planned']}, not {trials}")
    right = sum(answer["x"] == answer["answer"] for answer in answers)
    chance = sum(math.comb(planned, k) for k in range(right, planned + 1)) / 2**planned
    print(f"{right} of {planned} right, p = {chance:.4f}")
    if report["right"] != right or abs(report["probability"] - chance) > 1e-4:
        die(f"the report says {report['right']} right and p = {report['p']}")
    times = [answer["seconds"] for answer in answers]
    if times != sorted(times):
        die("the answers are not in order")


def project(path, marker, axis, power):
    with open(path, encoding="utf-8") as file:
        found = json.load(file)
    if [each["name"] for each in found["markers"]] != [marker]:
        die(f"the markers are {found['markers']}")
    if found["view"]["frequencies"] != axis:
        die(f"the frequency axis is {found['view']['frequencies']}")
    if not math.isclose(float(found["format"]["params"]["power"]), float(power), rel_tol=1e-3):
        die(f"power is {found['params']['power']}, not {power}")


if __name__ == "__main__":
    commands = {"tones": tones, "groove": groove, "kicks": kicks, "softer": softer, "alike": alike, "length": length, "joints": joints, "abx": abx, "project": project}
    commands[sys.argv[1]](*sys.argv[2:])
