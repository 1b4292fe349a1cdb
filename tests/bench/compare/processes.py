# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs both sides in processes of their own and says what they cost. Every measurement is a fresh process."""
from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

LAUNCH = Path(__file__).with_name("launch.py")
TORCHSIDE = Path(__file__).with_name("torchside.py")


class Failed(Exception):
    """A program that did not do its work; the text is for the user."""


@dataclass
class Cost:
    """Of one call, or of a whole process."""

    cpu_s: float            # processor seconds of all threads
    wall_s: float
    peak_bytes: float       # resident memory at its peak; of a call: above what was held before it
    steps_cpu_s: dict[str, float] = field(default_factory=dict)


def median(costs: list[Cost]) -> Cost:
    """Of each figure by itself."""
    def of(values: list[float]) -> float:
        return statistics.median(values)
    steps = {name: of([cost.steps_cpu_s[name] for cost in costs]) for name in costs[0].steps_cpu_s}
    return Cost(of([c.cpu_s for c in costs]), of([c.wall_s for c in costs]), of([c.peak_bytes for c in costs]), steps)


def last_line(command: list[str]) -> dict:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(f"{' '.join(command[:3])} failed: {done.stderr.strip()[-600:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def cost_of(report: dict) -> Cost:
    return Cost(report["cpu_s"], report["wall_s"], report["peak_bytes"], report.get("steps_cpu_s", {}))


class Programs:
    """The programs of both sides, and a folder to work in."""

    def __init__(self, binaries: Path, work: Path, torch_threads: int, engine_threads: int):
        self.engine_run, self.sonoloom = binaries / "sonoloom-engine-run", binaries / "sonoloom"
        self.work, self.torch_threads, self.engine_threads = work, torch_threads, engine_threads
        for program in (self.engine_run, self.sonoloom):
            if not program.exists():
                raise Failed(f"{program} is missing; build it: cmake --preset release && "
                             f"cmake --build build --target sonoloom sonoloom-engine-run (or say where it is with --bin)")

    def engine(self, mode: str, source: Path, out: Path, **options) -> Cost:
        """One call of Sonoloom's engine; options as sonoloom-engine-run has them."""
        options.setdefault("threads", self.engine_threads)
        words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
        return cost_of(last_line([str(self.engine_run), mode, "--in", str(source), "--out", str(out), *words]))

    def torch(self, mode: str, source: Path, out: Path, columns: int = 512, seed: int = 0) -> Cost:
        """One call of torchaudio."""
        return cost_of(self.torch_says(mode, {"in": str(source), "out": str(out), "columns": columns, "seed": seed}))

    def torch_says(self, mode: str, request: dict) -> dict:
        return last_line(self.torch_command(mode, request))

    def torch_command(self, mode: str, request: dict) -> list[str]:
        return [sys.executable, str(TORCHSIDE), mode, json.dumps(request | {"threads": self.torch_threads})]

    def whole(self, command: list[str]) -> Cost:
        """A program from start to end."""
        log = self.work / "whole.log"
        report = last_line([sys.executable, "-I", "-S", str(LAUNCH), str(log), *command])
        if report["code"] != 0:
            raise Failed(f"{' '.join(command[:3])} failed: {log.read_text()[-600:]}")
        return cost_of(report)
