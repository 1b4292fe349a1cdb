#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Drives the real workbench on a virtual display with keyboard and mouse, and looks at its pixels.
#   xvfb_test.sh WORKBENCH SOUND
set -euo pipefail
workbench=$1
sound=$2
folder=$(mktemp -d)
trap 'kill $program $display 2>/dev/null || true; rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data XDG_RUNTIME_DIR=$folder QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY

program= display=
Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$folder/display" 2>/dev/null &
display=$!
for _ in $(seq 100); do [ -s "$folder/display" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$folder/display")

fail() { echo "FAIL: $1" >&2; exit 1; }
# Colours in a stretch of the window: WIDTHxHEIGHT+X+Y
colours() { import -window root png:- | convert - -crop "$1" +repage -unique-colors txt:- | tail -n +2 | wc -l; }

"$workbench" "$sound" & program=$!
window=
for _ in $(seq 150); do
  window=$(xdotool search --onlyvisible --name "$(basename "$sound")" 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
  sleep 0.2
done
[ -n "$window" ] || fail "no window showed the sound's name"
xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
for _ in $(seq 50); do [ "$(colours 200x60+80+150)" -gt 100 ] && break; sleep 0.2; done
[ "$(colours 200x60+80+150)" -gt 100 ] || fail "the original's spectrogram is not drawn"
before=$(colours 200x60+80+570)
[ "$before" -lt 60 ] || fail "a result is shown before it was asked for ($before colours)"

xdotool key ctrl+r
for _ in $(seq 100); do [ "$(colours 200x60+80+570)" -gt 100 ] && break; sleep 0.3; done
[ "$(colours 200x60+80+570)" -gt 100 ] || fail "the reconstruction is not drawn"

xdotool mousemove 400 180 keydown ctrl click 4 click 4 keyup ctrl # zoom in at the cursor
sleep 0.5
xdotool key --window "$window" ctrl+r # the next job, in whose middle the window is closed
sleep 0.2
xdotool windowfocus "$window" key ctrl+q
for _ in $(seq 50); do kill -0 $program 2>/dev/null || break; sleep 0.1; done
kill -0 $program 2>/dev/null && fail "the window did not close"
wait $program || fail "the workbench ended with exit code $?"

# A program that is killed leaves its work, which the next one offers.
"$workbench" "$sound" & program=$!
saved() { find "$folder/data" -name '*.sonoloom' 2>/dev/null | grep -q .; }
window=
for _ in $(seq 150); do
  window=$(xdotool search --onlyvisible --name "$(basename "$sound")" 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
  sleep 0.2
done
[ -n "$window" ] || fail "no second window showed the sound's name"
saved && fail "work was kept before there was any"
xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
sleep 1
xdotool mousemove 1065 207 mousedown 1 mousemove 1100 207 mousemove 1110 207 mouseup 1 # the slider of power
for _ in $(seq 100); do saved && break; sleep 0.2; done
saved || fail "a moved slider was not kept"
kill -9 $program
wait $program 2>/dev/null || true
"$workbench" --empty & program=$!
for _ in $(seq 100); do xdotool search --onlyvisible --name 'Recover' >/dev/null 2>&1 && break; sleep 0.2; done
question=$(xdotool search --onlyvisible --name 'Recover' | tail -n 1) || fail "the work was not offered"
xdotool windowfocus "$question" key Return
for _ in $(seq 100); do xdotool search --onlyvisible --name "$(basename "$sound")" >/dev/null 2>&1 && break; sleep 0.2; done
xdotool search --onlyvisible --name "$(basename "$sound")" >/dev/null || fail "the work was not recovered"
kill -9 $program
echo "PASS: opened, reconstructed, zoomed, closed; killed and recovered"
