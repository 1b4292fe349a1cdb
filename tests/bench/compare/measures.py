# SPDX-License-Identifier: GPL-3.0-or-later
"""How true a sound is to another: one code for both sides, numpy only.

Sounds are mono float arrays on the int16 scale, `[samples]`, at RATE; magnitudes are those of the unscaled FFT, `[frames x bins]`.
Everything is measured below TOP_HZ, and MARGIN columns at each end are left out.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

RATE = 44100
FFT, WINDOW, HOP = 17640, 4410, 441      # 400, 100 and 10 ms: the images' own analysis
BANDS, TOP_HZ = 512, 10_000.0
POWER = 0.25                             # exponent of the images' levels
SHORT = 2048, 2048, 512                  # the second analysis, of sc2, lsd and the onsets
MARGIN = 12                              # columns of HOP samples
FLOOR_DB = 80.0                          # of lsd, under the original's maximum


def hann(length: int) -> np.ndarray:
    """Periodic Hann window."""
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)


def bins_below(top_hz: float = TOP_HZ, fft: int = FFT) -> int:
    return min(fft // 2 + 1, int(top_hz * fft / RATE) + 1)


def magnitudes(sound: np.ndarray, fft: int = FFT, window: int = WINDOW, hop: int = HOP, top_hz: float = TOP_HZ) -> np.ndarray:
    """|STFT|, `[1 + samples // hop frames x bins to top_hz]`: frame k is centred on sample k * hop, ends reflected."""
    padded = np.pad(sound.astype(np.float64), window // 2, mode="reflect")
    frames = 1 + len(sound) // hop
    bins = bins_below(top_hz, fft)
    shape = hann(window)
    out = np.empty((frames, bins), np.float32)
    for first in range(0, frames, 64):
        starts = np.arange(first, min(frames, first + 64)) * hop
        block = padded[starts[:, None] + np.arange(window)] * shape
        out[first:first + 64] = np.abs(np.fft.rfft(block, fft)[:, :bins])
    return out


@lru_cache
def mel_bank(bins: int = FFT // 2 + 1, bands: int = BANDS, top_hz: float = TOP_HZ) -> np.ndarray:
    """Triangles with peak 1 on HTK's mel scale, `[bins x bands]`. Source: torchaudio.functional.melscale_fbanks."""
    frequencies = np.linspace(0, RATE / 2, bins)
    top = 2595 * np.log10(1 + top_hz / 700)
    centres = 700 * (10 ** (np.linspace(0, top, bands + 2) / 2595) - 1)
    slopes = centres[None, :] - frequencies[:, None]
    down = -slopes[:, :-2] / np.diff(centres)[:-1]
    up = slopes[:, 2:] / np.diff(centres)[1:]
    return np.maximum(0, np.minimum(down, up)).astype(np.float32)


def mel(long: np.ndarray) -> np.ndarray:
    """Mel magnitudes, `[frames x BANDS]`, of magnitudes(sound)."""
    return long @ mel_bank()[:long.shape[1]]


def levels(mel_magnitudes: np.ndarray, loudest: float) -> np.ndarray:
    """Levels of an 8-bit image, not rounded: `loudest` is 255."""
    return np.minimum(255.0, 255.0 * (mel_magnitudes / loudest) ** POWER)


def through_image(mel_magnitudes: np.ndarray) -> np.ndarray:
    """Mel magnitudes as an 8-bit image keeps them (FORMATS: level shared, power 0.25, rounded)."""
    loudest = float(mel_magnitudes.max())
    if loudest <= 0:
        return mel_magnitudes
    return ((np.round(levels(mel_magnitudes, loudest)) / 255.0) ** (1 / POWER) * loudest).astype(np.float32)


@dataclass
class Quality:
    """The columns of the quality table."""

    sc: float       # dB, spectral convergence at FFT/WINDOW/HOP; lower is truer
    sc2: float      # dB, the same at SHORT
    lsd: float      # dB, log-spectral distance at SHORT
    onset: float    # correlation of the onset envelopes, 1 is the same
    img: float      # mean error in 8-bit levels against the image


def inner(frames: np.ndarray, hop: int) -> np.ndarray:
    """Frames centred MARGIN columns or more from both ends."""
    margin = -(-MARGIN * HOP // hop)
    return frames[margin:len(frames) - margin]


def convergence_db(original: np.ndarray, result: np.ndarray) -> float:
    """20 log10(||M1 - M2|| / ||M1||)."""
    return float(20 * np.log10(np.linalg.norm(original - result) / np.linalg.norm(original)))


def log_distance_db(original: np.ndarray, result: np.ndarray) -> float:
    """Root mean square of the cells' differences in dB, with a floor under the original's maximum."""
    floor = original.max() * 10 ** (-FLOOR_DB / 20)
    difference = 20 * np.log10(np.maximum(original, floor) / np.maximum(result, floor))
    return float(np.sqrt(np.mean(difference.astype(np.float64) ** 2)))


def flux(frames: np.ndarray) -> np.ndarray:
    """Half-wave rectified spectral flux, `[frames - 1]`."""
    return np.maximum(0, np.diff(frames, axis=0)).sum(axis=1)


def onset_correlation(original: np.ndarray, result: np.ndarray) -> float:
    """Correlation of the onset envelopes: flux of log(1 + magnitude) on the int16 scale, where quiet beginnings count too."""
    a, b = flux(np.log1p(original)), flux(np.log1p(result))
    return float(np.corrcoef(a, b)[0, 1]) if a.std() > 0 and b.std() > 0 else 0.0


def image_error(image: np.ndarray, result: np.ndarray) -> float:
    """Mean |difference| in 8-bit levels of two mel spectrograms `[columns x BANDS]`; the image's maximum is 255."""
    loudest = float(image.max())
    return float(np.mean(np.abs(levels(image, loudest) - levels(result, loudest))))


class Reference:
    """The original's analyses, computed once and compared with many results."""

    def __init__(self, sound: np.ndarray, image: np.ndarray):
        """`image`: the mel magnitudes that the results were made from, `[columns x BANDS]`."""
        self.sound, self.image = sound, image
        self.long, self.short = magnitudes(sound), magnitudes(sound, *SHORT)

    def quality(self, result: np.ndarray) -> Quality:
        """Compares over the common length."""
        long, short = magnitudes(result), magnitudes(result, *SHORT)
        columns = min(len(self.long), len(long), len(self.image))
        again = mel(long[:columns])
        one, two = inner(self.long[:columns], HOP), inner(long[:columns], HOP)
        frames = min(len(self.short), len(short))
        three, four = inner(self.short[:frames], SHORT[2]), inner(short[:frames], SHORT[2])
        return Quality(convergence_db(one, two), convergence_db(three, four), log_distance_db(three, four),
                       onset_correlation(three, four), image_error(inner(self.image[:columns], HOP), inner(again, HOP)))


def seam_flux_ratio(sound: np.ndarray, joint: int) -> float:
    """Spectral flux at the joints of tiles over that anywhere; 1 is a joint that nobody hears. `joint`: samples a tile.

    Flux of log(1 + magnitude) at 512/128, the largest of the steps whose frames reach over a place; the median of the same
    over the whole sound is what is usual.
    """
    fft, hop = 512, 128
    reach = fft // hop // 2 + 1
    steps = flux(np.log1p(magnitudes(sound, fft, fft, hop)))  # step k lies between samples k * hop and (k + 1) * hop
    largest = np.lib.stride_tricks.sliding_window_view(steps, 2 * reach + 1).max(axis=1)  # of the steps around k + reach
    at = np.arange(joint, len(sound) - hop, joint) // hop - reach
    return float(np.mean(largest[at]) / np.median(largest))


def seam_jump_ratio(sound: np.ndarray, joint: int) -> float:
    """Mean |difference of neighbouring samples| across the joints over that anywhere."""
    differences = np.abs(np.diff(sound))
    return float(np.mean(differences[joint - 1::joint]) / np.mean(differences))


def mid_side_db(left: np.ndarray, right: np.ndarray) -> float:
    """Energy of (L+R)/2 over that of (L-R)/2 in dB, below TOP_HZ."""
    middle, side = inner(magnitudes((left + right) / 2), HOP), inner(magnitudes((left - right) / 2), HOP)
    return float(20 * np.log10(np.linalg.norm(middle) / max(1e-9, np.linalg.norm(side))))
