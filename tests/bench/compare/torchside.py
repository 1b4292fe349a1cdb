# SPDX-License-Identifier: GPL-3.0-or-later
"""torchaudio's way, in a process of its own, so that processor time and memory are its own.

Called by compare_torchaudio.py: python3 torchside.py MODE JSON. Modes: `lstsq`, `sgd` (mel to samples), `linear`
(magnitudes to samples), `forward` (samples to mel), which report what one call costs as one line of JSON; `encode`
(WAV to PNG) and `decode` (PNG to WAV), a whole program as the peers' are.
"""
from __future__ import annotations

import json
import os
import struct
import sys
import time
import wave
import zlib

import numpy as np
import torch
import torchaudio

RATE, FFT, WINDOW, HOP, BANDS, TOP_HZ, POWER = 44100, 17640, 4410, 441, 512, 10_000.0, 0.25
ROUNDS = 32
INT16 = 32768.0


def inverse_least_squares(mel: torch.Tensor) -> torch.Tensor:
    """`[bands x columns]` to `[bins x columns]`. Source: torchaudio.transforms.InverseMelScale, version 2.1 and later."""
    bank = torchaudio.functional.melscale_fbanks(FFT // 2 + 1, 0.0, TOP_HZ, BANDS, RATE)
    return torch.relu(torch.linalg.lstsq(bank.transpose(-1, -2)[None], mel[None], driver="gels").solution)[0]


def inverse_sgd(mel: torch.Tensor) -> torch.Tensor:
    """The same by stochastic gradient descent, 200 rounds, as riffusion calls it. Source: torchaudio before 2.1."""
    inverse = torchaudio.transforms.InverseMelScale(
        n_stft=FFT // 2 + 1, n_mels=BANDS, sample_rate=RATE, f_min=0.0, f_max=TOP_HZ, max_iter=200,
        tolerance_loss=1e-5, tolerance_change=1e-8, sgdargs={"lr": 0.1, "momentum": 0.9})
    return inverse(mel)


def griffin_lim(magnitudes: torch.Tensor) -> torch.Tensor:
    transform = torchaudio.transforms.GriffinLim(n_fft=FFT, n_iter=ROUNDS, win_length=WINDOW, hop_length=HOP, power=1.0)
    return transform(magnitudes)


def mel_of(samples: torch.Tensor) -> torch.Tensor:
    """`[samples]` to `[bands x columns]`."""
    spectrogram = torchaudio.transforms.Spectrogram(n_fft=FFT, win_length=WINDOW, hop_length=HOP, power=1.0)
    scale = torchaudio.transforms.MelScale(n_mels=BANDS, sample_rate=RATE, f_min=0.0, f_max=TOP_HZ, n_stft=FFT // 2 + 1)
    return scale(spectrogram(samples))


# What each mode does, step by step; the steps' processor times are reported one by one.
STEPS = {
    "lstsq": {"inverse": inverse_least_squares, "griffin_lim": griffin_lim},
    "sgd": {"inverse": inverse_sgd, "griffin_lim": griffin_lim},
    "linear": {"griffin_lim": griffin_lim},
    "forward": {"mel": mel_of},
}


def status_bytes(name: str) -> int:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith(name + ":"))


def measure(mode: str, request: dict) -> None:
    """Numbers of a file through one call; files hold `[columns x bands]` as the engine's do."""
    numbers = torch.from_numpy(np.fromfile(request["in"], np.float32))
    if mode != "forward":
        numbers = numbers.reshape(request["columns"], -1).T.contiguous()
    torch.manual_seed(request.get("seed", 0))
    with open("/proc/self/clear_refs", "w") as peak:
        peak.write("5")
    held, wall, cpu, steps = status_bytes("VmRSS"), time.perf_counter(), time.process_time(), {}
    for name, step in STEPS[mode].items():
        before = time.process_time()
        numbers = step(numbers)
        steps[name] = time.process_time() - before
    cost = {"cpu_s": time.process_time() - cpu, "wall_s": time.perf_counter() - wall,
            "peak_bytes": status_bytes("VmHWM") - held, "steps_cpu_s": steps}
    values = numbers.numpy()
    (values.T if mode == "forward" else values).astype(np.float32).tofile(request["out"])
    print(json.dumps(cost))


def write_png(path: str, rows: np.ndarray) -> None:
    """An 8-bit grey PNG without filters."""
    height, width = rows.shape
    lines = np.concatenate([np.zeros((height, 1), np.uint8), rows], axis=1).tobytes()

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))


def read_png(path: str) -> np.ndarray:
    """What write_png wrote."""
    with open(path, "rb") as file:
        body = file.read()
    width, height = struct.unpack(">II", body[16:24])
    length = struct.unpack(">I", body[33:37])[0]
    lines = np.frombuffer(zlib.decompress(body[41:41 + length]), np.uint8)
    return lines.reshape(height, width + 1)[:, 1:]


def encode(request: dict) -> None:
    """A mono WAV of 16 bits to an image, and beside it the level of its darkest pixel."""
    with wave.open(request["in"]) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32)
    mel = mel_of(torch.from_numpy(samples))[:, :-1] ** POWER
    loudest = float(mel.max())
    write_png(request["out"], np.flipud((255 - torch.round(mel * 255 / loudest)).numpy().astype(np.uint8)))
    with open(request["out"] + ".level", "w") as file:
        file.write(str(loudest))


def decode(request: dict) -> None:
    """The way back, by least squares."""
    with open(request["in"] + ".level") as file:
        loudest = float(file.read())
    image = np.flipud(255.0 - read_png(request["in"]).astype(np.float32)).copy()
    mel = (torch.from_numpy(image) * loudest / 255) ** (1 / POWER)
    samples = griffin_lim(inverse_least_squares(mel)).numpy()
    with wave.open(request["out"], "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.clip(samples, -INT16, INT16 - 1).astype("<i2").tobytes())


def blas() -> str:
    """The library that does the linear algebra, by its file; Debian's plain libblas is some twenty times slower than others."""
    torch.ones(64, 64) @ torch.ones(64, 64)
    with open("/proc/self/maps") as maps:
        files = {os.path.basename(line.split()[-1]) for line in maps}
    names = sorted(name for name in files if name.startswith(("libopenblas", "libmkl_", "libblis", "libatlas", "libblas")))
    return max(names, key=lambda name: not name.startswith("libblas."), default="built in")


def main() -> None:
    mode, request = sys.argv[1], json.loads(sys.argv[2])
    if request.get("threads"):
        torch.set_num_threads(request["threads"])
    if mode == "about":
        print(json.dumps({"torch": torch.__version__, "torchaudio": torchaudio.__version__, "blas": blas(),
                          "threads": torch.get_num_threads()}))
    elif mode in STEPS:
        measure(mode, request)
    else:
        {"encode": encode, "decode": decode}[mode](request)


if __name__ == "__main__":
    main()
