#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks at every screen: light, dark at twice the size, and in German; no text of a label or button may be cut off.
source "$(dirname "$0")/support.sh"
mkdir -p "$XDG_CONFIG_HOME/sonoloom"
troubles=
# screen NAME: a picture, and what does not fit in it
screen() {
  sleep 0.4
  picture "$look-$1"
  local cut
  cut=$(ask cut)
  [ -z "$(ask icons)" ] || fail "$look, $1: a button of the dialog has an icon: $(ask icons)"
  [ -z "$cut" ] || troubles+="$look, $1: $cut"$'\n'
}
# dialog NAME KEY: opened by its key, closed by Esc
dialog() {
  local before title
  before=$(ask front)
  xdotool key "$2"
  await 10 "$2 opens no $1" is_other_front "$before"
  title=$(ask front)
  focus "${title%% (*}" # a pattern, to xdotool
  screen "$1"
  xdotool key Escape
  await 10 "Esc does not close the $1" is_other_front "$title"
  focus loom
}
is_other_front() { [ "$(ask front)" != "$1" ]; }

# tour LOOK THEME LANGUAGE SCALE: numbers of the theme and the language in the settings
tour() {
  look=$1
  printf '[view]\ntheme=%s\nlanguage=%s\n' "$2" "$3" >"$XDG_CONFIG_HOME/sonoloom/sonoloom.conf"
  begin_display $((1280 * $4))x$((800 * $4))
  QT_SCALE_FACTOR=$4 start "$sample"
  show loom $((1280 * $4)) $((800 * $4))
  await 60 "the result was not made by itself" can Ctrl+Shift+E
  xdotool key ctrl+6
  screen difference
  dialog settings ctrl+comma
  dialog keys F2
  dialog sweep ctrl+shift+g
  dialog blind ctrl+b
  xdotool key ctrl+j
  screen jobs
  xdotool key ctrl+j ctrl+shift+c
  sleep 1
  screen comparison
  for page in F7:sequence F8:blend F9:interpolation F12:crossfade; do
    xdotool key "${page%:*}"
    screen "${page#*:}"
  done
  xdotool key F5 5
  screen eraser
  xdotool key 3
  stop
  end_display
}
tour light 1 1 1
tour dark 2 1 2
tour german 1 2 1
[ -z "$troubles" ] || fail "cut off:
$troubles"
echo "PASS: every screen was looked at, and nothing is cut off"
