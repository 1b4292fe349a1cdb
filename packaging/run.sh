#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the workbench on the bundled sample. Without a display it turns the sample
# into images and back on the command line instead.
#   packaging/run.sh [FOLDER]        FOLDER: where the results go without a display (default sonoloom-output, where you are)
#   packaging/run.sh --build-only    stops after the build
# Run again, it takes seconds and replaces its own earlier results.
set -euo pipefail

build_only=false
output=$PWD/sonoloom-output
case "${1:-}" in
  --build-only) build_only=true ;;
  --help|-h) sed -n '3,7s/^# //p' "$0"; exit 0 ;;
  -*) echo "run.sh: unknown option '$1'; it takes --build-only or a folder" >&2; exit 2 ;;
  "") ;;
  *) output=$(realpath -m -- "$1") ;;
esac
if [ $# -gt 1 ]; then
  echo "run.sh: one argument at most: --build-only or a folder" >&2
  exit 2
fi
cd "$(dirname "$0")/.."

packaging/install-deps.sh
. packaging/build.sh
build_sonoloom sonoloom sonoloom-workbench
if $build_only; then
  echo "Built: $PWD/build/bin/sonoloom and $PWD/build/bin/sonoloom-workbench"
  exit 0
fi

# A display may be named but not be reached, over a dead connection for instance; then Qt ends by a signal.
display_works() {
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
  { (ulimit -c 0; build/bin/sonoloom-workbench --version) >/dev/null; } 2>/dev/null
}

sample=$PWD/resources/sample/loom.flac
if display_works; then
  echo "Opening the workbench on $sample"
  exec build/bin/sonoloom-workbench "$sample"
fi
echo "No display: converting $sample into $output"
build/bin/sonoloom convert --force -o "$output" -- "$sample"
