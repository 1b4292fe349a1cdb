#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets Sonoloom's engine against torchaudio on the same clips in the same run: quality, time and memory.

Needs numpy, torch and torchaudio: apt-get install python3-torch python3-torchaudio libopenblas0
README.md says what each figure means.
"""
from __future__ import annotations

import argparse
import dataclasses
import importlib.util
import json
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True  # nothing is left in the sources


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, default=ROOT / "build/bin", help="folder of sonoloom and sonoloom-engine-run")
    parser.add_argument("--clips", type=Path, metavar="DIR", help="sound files of your own to measure on, too")
    parser.add_argument("--only", metavar="NAMES", help="these clips only, separated by commas")
    parser.add_argument("--runs", type=int, default=3, help="runs of each; the median counts (default 3)")
    parser.add_argument("--torch-threads", type=int, default=2, help="threads of torch; 0 leaves it to torch (default 2)")
    parser.add_argument("--threads", type=int, default=1, help="threads of Sonoloom's engine (default 1)")
    parser.add_argument("--no-sgd", action="store_true", help="leave out InverseMelScale by SGD, which takes a minute or more")
    parser.add_argument("--sgd-clip", metavar="NAME", default="piano", help="the clip for SGD (default piano)")
    parser.add_argument("--no-whole", action="store_true", help="leave out whole programs")
    parser.add_argument("--memory", action="store_true", help="memory over 10 minutes, too")
    parser.add_argument("--memory-hour", action="store_true", help="memory over 10 and 60 minutes, too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure")
    parser.add_argument("--strict", action="store_true", help="exit code 1 if a target is missed")
    return parser.parse_args()


def require_modules() -> None:
    missing = [name for name in ("numpy", "torch", "torchaudio") if importlib.util.find_spec(name) is None]
    if missing:
        sys.exit(f"compare_torchaudio.py: this Python ({sys.executable}) has no {', '.join(missing)}. On Debian: apt-get install "
                 f"python3-torch python3-torchaudio libopenblas0, then run it with /usr/bin/python3.")


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def cut(sound, samples: int):
    """The middle of a longer sound."""
    first = max(0, (sound.shape[1] - samples) // 2)
    return sound[:, first:first + samples]


def all_clips(options: argparse.Namespace, folder: Path) -> dict:
    """Names and sounds, `[channels x samples]` on the int16 scale, 512 columns long."""
    import make_clips
    from compare.experiments import read_wav
    clips = {path.stem: read_wav(path) for path in sorted((folder / "clips").glob("*.wav"))}
    for path in sorted(options.clips.iterdir()) if options.clips else []:
        try:
            sound = cut(make_clips.read_any(path) * 32768, make_clips.CLIP) if path.is_file() else None
        except (OSError, ValueError, IndexError, make_clips.subprocess.CalledProcessError):
            say(f"{path}: not a sound that ffmpeg can read, left out")
            continue
        if sound is not None and sound.shape[1] == make_clips.CLIP and abs(sound).max() > 0:
            clips[path.stem] = sound
        elif sound is not None:
            say(f"{path}: silent or shorter than {make_clips.CLIP / make_clips.RATE:.2f} s, left out")
    wanted = options.only.split(",") if options.only else list(clips)
    unknown = [name for name in wanted if name not in clips]
    if unknown:
        sys.exit(f"compare_torchaudio.py: no clip is called {', '.join(unknown)}; there are {', '.join(clips)}")
    return {name: clips[name] for name in wanted}


def machine(programs, options: argparse.Namespace, clips: int) -> dict:
    about = programs.torch_says("about", {})
    with open("/proc/cpuinfo") as cpuinfo:
        cpu = next((line.split(":")[1].strip() for line in cpuinfo if line.startswith("model name")), "unknown processor")
    version = os.popen(f"'{programs.sonoloom}' --version").read().strip()
    return {"cpu": cpu, "processors": os.cpu_count(), "torch": about["torch"], "torchaudio": about["torchaudio"],
            "torch_threads": about["threads"], "blas": about["blas"], "slow_blas": about["blas"].startswith("libblas."),
            "sonoloom": version, "engine_threads": options.threads, "runs": options.runs, "clips": clips}


def measure(options: argparse.Namespace, work: Path) -> dict:
    import make_clips
    from compare.experiments import Bench, read_wav
    from compare.processes import Programs
    programs = Programs(options.bin, work, options.torch_threads, options.threads)
    folder = options.bin.resolve().parent / "bench-clips"
    make_clips.make(folder)
    clips = all_clips(options, folder)
    bench, about = Bench(programs, options.runs, say), machine(programs, options, len(clips))
    with_sgd = not options.no_sgd and not about["slow_blas"]
    sgd = (options.sgd_clip if options.sgd_clip in clips else next(iter(clips))) if with_sgd else None
    results = {"machine": about, "clips": {}, "stereo": {}, "edits": {}, "memory": {}}
    for number, (name, sound) in enumerate(clips.items(), 1):
        say(f"clip {number} of {len(clips)}: {name}" + (", with SGD" if name == sgd else ""))
        results["clips"][name] = bench.clip(sound, name == sgd)
        results["edits"][name] = bench.edit(sound)
        if len(sound) == 2:
            results["stereo"][name] = bench.stereo(sound)
    say("seams")
    results["seams"] = bench.seams(read_wav(folder / "pieces/tiles.wav"))
    if not options.no_whole:
        say("whole programs")
        name = next(iter(clips))
        results["whole"] = bench.whole(name, clips[name])
    for minutes in [1] + [10] * (options.memory or options.memory_hour) + [60] * options.memory_hour:
        say(f"memory, {minutes} min")
        results["memory"][str(minutes)] = bench.memory(read_wav(folder / "pieces/minute.wav"), minutes)
    return results


def main() -> int:
    options = arguments()
    require_modules()
    from compare.processes import Failed
    from compare.report import report
    from compare.targets import targets
    try:
        with tempfile.TemporaryDirectory(prefix="sonoloom-compare-") as work:
            results = measure(options, Path(work))
    except Failed as failure:
        sys.exit(f"compare_torchaudio.py: {failure}")
    lines = targets(results)
    print(report(results, lines))
    if options.json:
        results["targets"] = [dataclasses.asdict(line) | {"verdict": line.verdict()} for line in lines]
        options.json.write_text(json.dumps(results, indent=2) + "\n")
    missed = sum(line.verdict() == "MISS" for line in lines)
    print(f"\n{missed} of {len(lines)} targets missed." if missed else "\nNo target is missed.")
    return 1 if missed and options.strict else 0


if __name__ == "__main__":
    sys.exit(main())
