#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages that Sonoloom is built with, only those that are missing.
#   packaging/install-deps.sh            what building and running needs
#   packaging/install-deps.sh --tests    and what the tests need
# Exit: 0 everything is there, 1 the installation failed, 2 not a system with apt (the packages are named).
set -euo pipefail

build_packages=(
  g++ cmake ninja-build ccache pkg-config git
  qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-multimedia-dev qt6-tools-dev qt6-tools-dev-tools
  qt6-l10n-tools qt6-translations-l10n qt6-image-formats-plugins libgl1-mesa-dev libqcustomplot-dev
  libfftw3-dev libsndfile1-dev libsoxr-dev librubberband-dev libpng-dev nlohmann-json3-dev libbenchmark-dev
  libavformat-dev libavcodec-dev libavutil-dev libswresample-dev fonts-dejavu-core
)
test_packages=(
  xvfb xauth imagemagick x11-apps xdotool pulseaudio pulseaudio-utils ffmpeg
  python3-pil python3-numpy espeak-ng fluidsynth fluid-soundfont-gm
)

packages=("${build_packages[@]}")
case "${1:-}" in
  "") ;;
  --tests) packages+=("${test_packages[@]}") ;;
  *) echo "install-deps.sh: unknown option '$1'; it takes --tests or nothing" >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "This script knows Debian and its relatives only. Install what these Debian packages hold, then build with cmake --preset release:" >&2
  printf '  %s\n' "${packages[@]}" >&2
  exit 2
fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "Dependencies: all ${#packages[@]} packages are there."
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Installing packages needs root or sudo. As root, run: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Dependencies: installing ${#missing[@]} packages: ${missing[*]}"
if ! "${as_root[@]}" apt-get update -qq ||
   ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
       apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
  echo "Dependencies: apt-get could not install them; see above." >&2
  exit 1
fi
