# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine is to reach, and whether it does."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass
class Target:
    """One line: `measured` None is what could not be measured in this run."""

    group: str
    what: str
    measured: float | None
    least: float | None = None
    most: float | None = None
    unit: str = ""

    def verdict(self) -> str:
        if self.measured is None:
            return "-"
        low = self.least is None or self.measured >= self.least
        high = self.most is None or self.measured <= self.most
        return "PASS" if low and high else "MISS"

    def limits(self) -> str:
        if self.least is not None and self.most is not None:
            return f"{self.least:g} to {self.most:g}"
        return f">= {self.least:g}" if self.least is not None else f"<= {self.most:g}"


class Means:
    """Means over the clips of a run."""

    def __init__(self, clips: dict[str, dict], slow_blas: bool):
        self.clips, self.slow_blas = clips, slow_blas

    def over(self, row: str) -> list[dict]:
        return [clip[row] for clip in self.clips.values() if row in clip]

    def quality(self, row: str, measure: str) -> float:
        return float(np.mean([each["quality"][measure] for each in self.over(row)]))

    def cost(self, row: str, figure: str = "cpu_s") -> float:
        return float(np.mean([each["cost"][figure] for each in self.over(row)]))

    def fair_cpu(self, row: str) -> float:
        """Processor seconds; with the slow BLAS without the inversion, so that torchaudio is not made slower than it is."""
        steps = [each["cost"]["steps_cpu_s"] for each in self.over(row)]
        if self.slow_blas and "inverse" in steps[0]:
            return float(np.mean([each["griffin_lim"] for each in steps]))
        return self.cost(row)


def against(means: Means, theirs: str, ours: str, group: str, better: dict[str, float], cpu: float) -> list[Target]:
    """CPU ratio, and differences that count as better: dB less, or correlation more."""
    lines = [Target(group, "CPU ratio", means.fair_cpu(theirs) / means.cost(ours), least=cpu, unit="x")]
    for measure, least in better.items():
        gain = means.quality(theirs, measure) - means.quality(ours, measure)
        onset = measure == "onset"
        lines.append(Target(group, f"{measure} better by", -gain if onset else gain, least=least, unit="" if onset else "dB"))
    return lines


def targets(results: dict) -> list[Target]:
    """All lines, in the order of the table that they come from."""
    means = Means(results["clips"], results["machine"]["slow_blas"])
    group = "balanced vs least squares + GL 32"
    lines = against(means, "lstsq", "balanced", group, {"sc2": 6, "lsd": 0.9, "onset": 0.06}, 25)
    img = means.quality("balanced", "img")
    lines += [Target(group, "img", img, most=0.8), Target(group, "img ratio", img / means.quality("lstsq", "img"), most=0.45, unit="x")]

    group = "preview vs the same"
    lines += against(means, "lstsq", "preview", group, {}, 60)
    lines.append(Target(group, "img", means.quality("preview", "img"), most=1.3))

    group = "balanced vs SGD + GL 32"
    with_sgd = {name: clip for name, clip in results["clips"].items() if "sgd" in clip}
    if with_sgd:
        lines += against(Means(with_sgd, means.slow_blas), "sgd", "balanced", group, {"sc2": 11, "lsd": 2}, 150)
    else:
        lines.append(Target(group, "left out", None, least=150))

    group = "linear magnitudes vs GL 32"
    lines += against(means, "gl", "linear", group, {"sc": 12, "sc2": 9}, 20)
    lines.append(Target(group, "lsd ratio", means.quality("linear", "lsd") / means.quality("gl", "lsd"), most=0.5, unit="x"))

    lines.append(Target("forward", "CPU ratio", means.cost("forward_torch") / means.cost("forward"), least=10, unit="x"))
    lines.append(Target("seams, tiles decoded as one", "flux ratio", results["seams"]["flux"]["joint"], least=0.8, most=1.3))
    stereo = [each["together"] - each["original"] for each in results["stereo"].values()]
    lines.append(Target("stereo mid/side energy", "|difference of means|", abs(float(np.mean(stereo))) if stereo else None, most=1.5, unit="dB"))
    lines.append(Target("", "mean |difference|", float(np.mean(np.abs(stereo))) if stereo else None, most=1.5, unit="dB"))
    for what, key in (("first sound", "first_sound"), ("edit of 60 columns", "edit")):
        mean = float(np.mean([each[key]["cpu_s"] for each in results["edits"].values()]))
        lines.append(Target("computing after a change", what, 1000 * mean, most=25, unit="ms"))
    lines.append(Target("memory above the program's own", "60 s mono", results["memory"]["1"]["decode_bytes"] / 1e6, most=120, unit="MB"))
    return lines
