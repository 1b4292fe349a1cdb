# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that a person reads."""
from __future__ import annotations

from compare.targets import Means, Target

ROWS = (
    ("mel, 8 bit", "torchaudio InverseMelScale (SGD 200) + GL 32, one clip", "sgd"),
    ("mel, 8 bit", "torchaudio least squares + relu + GL 32", "lstsq"),
    ("mel, 8 bit", "Sonoloom draft", "draft"),
    ("mel, 8 bit", "Sonoloom preview", "preview"),
    ("mel, 8 bit", "Sonoloom balanced", "balanced"),
    ("mel, 8 bit", "Sonoloom best", "best"),
    ("linear", "torchaudio GL 32", "gl"),
    ("linear", "Sonoloom balanced", "linear"),
    ("forward", "torchaudio Spectrogram + MelScale", "forward_torch"),
    ("forward", "Sonoloom", "forward"),
)
BASELINES = {"draft": "lstsq", "preview": "lstsq", "balanced": "lstsq", "best": "lstsq", "linear": "gl", "forward": "forward_torch"}
MEASURES = ("sc", "sc2", "lsd", "onset", "img")


def table(lines: list[list[str]]) -> str:
    """Columns aligned, numbers to the right."""
    widths = [max(len(line[i]) for line in lines if i < len(line)) for i in range(max(map(len, lines)))]
    numeric = [all(not line[i] or line[i][0] in "+-0123456789." for line in lines[1:] if i < len(line)) for i in range(len(widths))]

    def row(line: list[str]) -> str:
        return "  ".join(cell.rjust(width) if right else cell.ljust(width) for cell, width, right in zip(line, widths, numeric)).rstrip()
    return "\n".join([row(lines[0]), "  ".join("-" * width for width in widths), *map(row, lines[1:])])


def quality_table(means: Means) -> str:
    lines = [["from", "method", "sc dB", "sc2 dB", "lsd dB", "onset", "img", "CPU s", "wall s", "peak MB", "CPU ratio"]]
    before = ""
    for source, name, row in ROWS:
        if not means.over(row):
            continue
        has_quality = "quality" in means.over(row)[0]
        figures = [f"{means.quality(row, m):.3f}" if m == "onset" else f"{means.quality(row, m):.2f}" for m in MEASURES] if has_quality \
            else [""] * len(MEASURES)
        ratio = f"{means.fair_cpu(BASELINES[row]) / means.cost(row):.1f}" if row in BASELINES else ""
        lines.append(["" if source == before else source, name, *figures, f"{means.cost(row):.3f}", f"{means.cost(row, 'wall_s'):.3f}",
                      f"{means.cost(row, 'peak_bytes') / 1e6:.1f}", ratio])
        before = source
    return table(lines)


def clips_table(clips: dict[str, dict]) -> str:
    """Clip by clip, least squares against balanced, and Griffin-Lim against ours from linear magnitudes."""
    lines = [["clip", *(f"{m} {side}" for m in MEASURES for side in ("peer", "ours")), "linear sc peer", "ours"]]
    for name, clip in clips.items():
        theirs, ours = clip["lstsq"]["quality"], clip["balanced"]["quality"]
        pairs = [f"{side[m]:.2f}" for m in MEASURES for side in (theirs, ours)]
        lines.append([name, *pairs, *(f"{clip[row]['quality']['sc']:.2f}" for row in ("gl", "linear"))])
    return table(lines)


def whole_table(whole: dict) -> str:
    lines = [["whole program", "CPU s", "wall s", "peak MB", "CPU ratio"]]
    for name in ("encode", "decode"):
        theirs, ours = whole[name + "_torch"], whole[name]
        for title, cost in ((f"{name}: python with torchaudio", theirs), (f"{name}: sonoloom", ours)):
            ratio = f"{theirs['cpu_s'] / ours['cpu_s']:.1f}" if cost is ours else ""
            lines.append([title, f"{cost['cpu_s']:.3f}", f"{cost['wall_s']:.3f}", f"{cost['peak_bytes'] / 1e6:.1f}", ratio])
    return table(lines)


def memory_table(memory: dict[str, dict]) -> str:
    lines = [["minutes, mono", "encode MB", "decode MB", "engine alone MB", "decode CPU s"]]
    for minutes, peaks in memory.items():
        engine = f"{peaks['engine_bytes'] / 1e6:.1f}" if "engine_bytes" in peaks else ""
        lines.append([minutes, f"{peaks['encode_bytes'] / 1e6:.1f}", f"{peaks['decode_bytes'] / 1e6:.1f}", engine,
                      f"{peaks['decode']['cpu_s']:.2f}"])
    return table(lines)


def edits_table(edits: dict[str, dict]) -> str:
    lines = [["after a change", "first sound ms", "edit ms", "img there", "img after a full redo"]]
    for name, each in edits.items():
        times = [f"{1000 * each[key]['cpu_s']:.1f}" for key in ("first_sound", "edit")]
        lines.append([name, *times, f"{each['img_edit']:.2f}", f"{each['img_redo']:.2f}"])
    return table(lines)


def targets_table(lines: list[Target]) -> str:
    body = [["target", "figure", "measured", "wanted", "unit", ""]]
    for i, line in enumerate(lines):
        title = line.group if i == 0 or lines[i - 1].group != line.group else ""
        measured = "not measured" if line.measured is None else f"{line.measured:.3g}"
        body.append([title, line.what, measured, line.limits(), line.unit, line.verdict()])
    return table(body)


def machine_lines(machine: dict) -> str:
    text = (f"{machine['cpu']}, {machine['processors']} processors; torch {machine['torch']}, torchaudio {machine['torchaudio']}, "
            f"{machine['torch_threads']} threads, {machine['blas']}; {machine['sonoloom']}, {machine['engine_threads']} thread; "
            f"median of {machine['runs']} runs, mean of {machine['clips']} clips")
    if machine["slow_blas"]:
        text += ("\nNote: this BLAS is the slow reference one, on which SGD takes many minutes: it is left out, and of least squares + GL\n"
                 "only torchaudio's Griffin-Lim counts in the ratios. apt-get install libopenblas0 makes it a whole comparison.")
    return text


def report(results: dict, lines: list[Target]) -> str:
    means = Means(results["clips"], results["machine"]["slow_blas"])
    seams, stereo = results["seams"], results["stereo"]
    stereo_lines = [["stereo, mid/side energy dB", "original", "together", "each channel alone"]]
    stereo_lines += [[name, *(f"{each[key]:+.1f}" for key in ("original", "together", "alone"))] for name, each in stereo.items()]
    seam_lines = [[f"seams of {seams['tiles']} tiles, 1 is no seam", "original", "decoded as one", "each tile alone"]]
    seam_lines += [[title, *(f"{seams[key][name]:.2f}" for name in ("original", "joint", "alone"))]
                   for title, key in (("spectral flux at the joints", "flux"), ("sample to sample at the joints", "jump"))]
    parts = [machine_lines(results["machine"]), quality_table(means), clips_table(results["clips"]),
             table(seam_lines),
             table(stereo_lines) if stereo else "", edits_table(results["edits"]), whole_table(results["whole"]) if "whole" in results else "",
             "Memory above the program's own peak of " + f"{results['memory']['1']['own_bytes'] / 1e6:.1f} MB:\n"
             + memory_table(results["memory"]), targets_table(lines)]
    return "\n\n".join(part for part in parts if part)
