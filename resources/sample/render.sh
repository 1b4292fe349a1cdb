#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the sample again from its score: resources/sample/render.sh [FILE.flac]
# Needs python3, fluidsynth, fluid-soundfont-gm and ffmpeg (packaging/install-deps.sh --tests installs them).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
output=${1:-$here/loom.flac}
soundfont=/usr/share/sounds/sf2/FluidR3_GM.sf2
[ -f "$soundfont" ] || { echo "render.sh: $soundfont is missing; install fluid-soundfont-gm" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/loom.py" score "$work/loom.mid"
fluidsynth -q -n -i -C 0 -R 1 -g 0.5 -r 44100 -O float -T raw -F "$work/loom.raw" "$soundfont" "$work/loom.mid"
python3 "$here/loom.py" master "$work/loom.raw" "$work/loom.wav"
ffmpeg -v error -y -i "$work/loom.wav" -c:a flac -compression_level 12 -bitexact "$output"
echo "Rendered $output ($(stat -c %s "$output") bytes)"
