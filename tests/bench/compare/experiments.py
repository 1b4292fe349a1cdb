# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured. Each experiment returns plain numbers for the report and for --json."""
from __future__ import annotations

import shutil
import wave
from dataclasses import asdict
from pathlib import Path
from typing import Callable

import numpy as np

from compare import measures
from compare.measures import HOP, RATE
from compare.processes import Cost, Programs, median

COLUMNS = 512
EDIT = 300, 100, 60  # columns: where to, where from, how many
# row of the table: (side, mode, options)
FROM_MEL = {
    "lstsq": ("torch", "lstsq", {}),
    "draft": ("engine", "mel", {"method": "draft"}),
    "preview": ("engine", "mel", {"method": "preview"}),
    "balanced": ("engine", "mel", {"method": "balanced"}),
    "best": ("engine", "mel", {"method": "best"}),
}
FROM_LINEAR = {
    "gl": ("torch", "linear", {}),
    "linear": ("engine", "linear", {"method": "balanced"}),
}
SGD = {"sgd": ("torch", "sgd", {})}


def read_wav(path: Path) -> np.ndarray:
    """A WAV of 16 bits on the int16 scale, `[channels x samples]`."""
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, file.getnchannels())
    return samples.T.astype(np.float32)


def write_wav(path: Path, sound: np.ndarray, repeats: int = 1) -> None:
    """`[samples]` on the int16 scale, mono, `repeats` times in a row."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for _ in range(repeats):
            file.writeframes(np.round(sound).astype("<i2").tobytes())


def mel_of(sound: np.ndarray) -> np.ndarray:
    """Mel magnitudes of whole columns, `[samples // HOP x BANDS]`."""
    return measures.mel(measures.magnitudes(sound))[:len(sound) // HOP]


class Bench:
    """The programs, how often each is run, and where progress is told."""

    def __init__(self, programs: Programs, runs: int, say: Callable[[str], None]):
        self.programs, self.runs, self.say = programs, runs, say

    def file(self, name: str) -> Path:
        return self.programs.work / name

    def once(self, row: tuple, source: Path, out: Path, run: int) -> Cost:
        side, mode, options = row
        if side == "torch":
            return self.programs.torch(mode, source, out, COLUMNS, seed=run)
        return self.programs.engine(mode, source, out, columns=COLUMNS, **options)

    def rows(self, rows: dict[str, tuple], source: Path, reference: measures.Reference | None, runs: int | None = None) -> dict:
        """Costs of every row on one clip, the rows taking turns, and the quality of the first run."""
        costs: dict[str, list[Cost]] = {name: [] for name in rows}
        results = {}
        for run in range(runs or self.runs):
            for name, row in rows.items():
                out = self.file("out.f32")
                costs[name].append(self.once(row, source, out, run))
                if run == 0:
                    quality = reference.quality(np.fromfile(out, np.float32)) if reference else None
                    results[name] = {"quality": asdict(quality)} if quality else {}
        for name in rows:
            results[name]["cost"] = asdict(median(costs[name]))
        return results

    def clip(self, sound: np.ndarray, with_sgd: bool) -> dict:
        """All rows on one clip, `[channels x samples]`, mixed to mono. Both sides start from the same files."""
        mono = sound.mean(axis=0)
        mono.astype(np.float32).tofile(self.file("sound.f32"))
        linear = measures.magnitudes(mono, top_hz=RATE / 2)[:COLUMNS]
        linear.tofile(self.file("linear.f32"))
        mel = measures.mel(linear[:, :measures.bins_below()])
        image = measures.through_image(mel)
        image.tofile(self.file("mel.f32"))
        result = self.rows(FROM_MEL, self.file("mel.f32"), measures.Reference(mono, image))
        result |= self.rows(FROM_LINEAR, self.file("linear.f32"), measures.Reference(mono, mel))
        if with_sgd:
            result |= self.rows(SGD, self.file("mel.f32"), measures.Reference(mono, image), runs=1)
        return result | self.forward(mono)

    def forward(self, mono: np.ndarray) -> dict:
        """Samples to mel magnitudes, and how far the two sides are apart."""
        costs: dict[str, list[Cost]] = {"forward_torch": [], "forward": []}
        for _ in range(self.runs):
            costs["forward_torch"].append(self.programs.torch("forward", self.file("sound.f32"), self.file("theirs.f32")))
            costs["forward"].append(self.programs.engine("forward", self.file("sound.f32"), self.file("ours.f32"), samples=len(mono)))
        theirs, ours = (np.fromfile(self.file(name), np.float32) for name in ("theirs.f32", "ours.f32"))
        difference = float(np.linalg.norm(theirs - ours) / np.linalg.norm(theirs))
        return {name: {"cost": asdict(median(each)), "difference": difference} for name, each in costs.items()}

    def whole(self, clip: str, sound: np.ndarray) -> dict:
        """Whole programs, from a WAV to an image and back to a WAV."""
        folder = self.file("whole")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        mono, image, back = folder / "mono.wav", folder / "theirs.png", folder / "back.wav"
        write_wav(mono, sound.mean(axis=0))
        sonoloom = str(self.programs.sonoloom)
        commands = {
            "encode_torch": self.programs.torch_command("encode", {"in": str(mono), "out": str(image)}),
            "encode": [sonoloom, "encode", str(mono), "-o", str(folder / "ours"), "-f", "-q"],
            "decode_torch": self.programs.torch_command("decode", {"in": str(image), "out": str(back)}),
            "decode": [sonoloom, "decode", str(folder / "ours"), "-o", str(folder / "ours.wav"), "-f", "-q"],
        }
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(self.runs):
            for name, command in commands.items():
                costs[name].append(self.programs.whole(command))
        return {"clip": clip} | {name: asdict(median(each)) for name, each in costs.items()}

    def decoded(self, mel: np.ndarray) -> np.ndarray:
        """Sound of mel magnitudes `[channels x columns x BANDS]` by the default method, `[channels x samples]`."""
        mel.astype(np.float32).tofile(self.file("mel.f32"))
        self.programs.engine("mel", self.file("mel.f32"), self.file("out.f32"), columns=mel.shape[1], channels=len(mel))
        return np.fromfile(self.file("out.f32"), np.float32).reshape(len(mel), -1)

    def seams(self, sound: np.ndarray) -> dict:
        """How the joints of tiles differ from other places: in the original, in tiles decoded as one, in tiles decoded alone."""
        mel = measures.through_image(mel_of(sound[0]))[None]
        tiles = [mel[:, first:first + COLUMNS] for first in range(0, mel.shape[1], COLUMNS)]
        alone = np.concatenate([self.decoded(tile)[0] for tile in tiles])
        sounds = {"original": sound[0], "joint": self.decoded(mel)[0], "alone": alone}
        joint = COLUMNS * HOP
        return {"tiles": len(tiles), "flux": {name: measures.seam_flux_ratio(each, joint) for name, each in sounds.items()},
                "jump": {name: measures.seam_jump_ratio(each, joint) for name, each in sounds.items()}}

    def stereo(self, sound: np.ndarray) -> dict:
        """Energy of the middle over that of the sides in dB: the original, both channels together, each by itself."""
        mel = measures.through_image(np.stack([mel_of(channel) for channel in sound]))
        alone = [self.decoded(channel[None])[0] for channel in mel]
        return {"original": measures.mid_side_db(*sound), "together": measures.mid_side_db(*self.decoded(mel)),
                "alone": measures.mid_side_db(*alone)}

    def edit(self, sound: np.ndarray) -> dict:
        """What somebody waits for: the first sound after a change, and EDIT's columns drawn over others in a finished sound.

        How true the sound is around the edit (img there) is set against a full reconstruction of the edited image.
        """
        image = measures.through_image(mel_of(sound.mean(axis=0)))
        image.tofile(self.file("mel.f32"))
        at, start, count = EDIT
        calls = {"first_sound": ("first-sound", {"at": at}), "edit": ("edit", {"at": at, "from": start, "count": count})}
        costs: dict[str, list[Cost]] = {name: [] for name in calls}
        for _ in range(self.runs):
            for name, (mode, options) in calls.items():
                costs[name].append(self.programs.engine(mode, self.file("mel.f32"), self.file("out.f32"), columns=len(image), **options))
        image[at:at + count] = image[start:start + count]
        around = slice(at - 10, at + count + 10)
        results = {"img_edit": np.fromfile(self.file("out.f32"), np.float32), "img_redo": self.decoded(image[None])[0]}
        return {name: asdict(median(each)) for name, each in costs.items()} | {
            name: measures.image_error(image[around], mel_of(result)[around]) for name, result in results.items()}

    def memory(self, minute: np.ndarray, minutes: int) -> dict:
        """Peak of `sonoloom decode` over mono images of so many minutes, above that of the program doing nothing."""
        folder, sonoloom = self.file("memory"), str(self.programs.sonoloom)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        write_wav(folder / "sound.wav", minute[0], minutes)
        own = self.programs.whole([sonoloom, "--version"])
        encode = self.programs.whole([sonoloom, "encode", str(folder / "sound.wav"), "-o", str(folder / "tiles"), "-q"])
        decode = self.programs.whole([sonoloom, "decode", str(folder / "tiles"), "-o", str(folder / "back.wav"), "-q"])
        result = {"own_bytes": own.peak_bytes, "encode_bytes": encode.peak_bytes - own.peak_bytes,
                  "decode_bytes": decode.peak_bytes - own.peak_bytes, "encode": asdict(encode), "decode": asdict(decode)}
        if minutes == 1:
            mel = measures.through_image(mel_of(minute[0]))
            mel.tofile(self.file("mel.f32"))
            result["engine_bytes"] = self.programs.engine("mel", self.file("mel.f32"), self.file("out.f32"), columns=len(mel)).peak_bytes
        shutil.rmtree(folder)
        return result
