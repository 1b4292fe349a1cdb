#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Drops a folder of images on the window, exports one sound of them all, and drags the sound into another program.
source "$(dirname "$0")/support.sh"
seconds=12
joints="5.119 10.238"
check tones "$folder/tones.wav" $seconds
"$build/bin/sonoloom" encode "$folder/tones.wav" -o "$folder/tiles" >/dev/null 2>&1 || fail "the tones were not encoded"
begin_display 1600x900
start --empty
show Sonoloom 1280 800

"$build/tests/ui_droptarget" "$folder/tiles" >"$folder/ignored" & partner=$!
await 10 "the other program has no window" is_window "drop target"
other=$(xdotool search --onlyvisible --name "drop target")
xdotool windowmove --sync "$other" 1300 100
drag 1400 140 500 400
await 20 "the folder was not opened" shows "What the images hold"
kill $partner
focus tones
await 60 "the result was not made by itself" result_is_made
picture tiles-opened

xdotool key ctrl+shift+e
type_file "Export sound" "$folder/joined.wav"
await 20 "the sound was not exported" test -s "$folder/joined.wav"
await 20 "the export did not end" shows "joined.wav"
check length "$folder/joined.wav" $seconds
check joints "$folder/joined.wav" $joints
picture tiles-exported

"$build/tests/ui_droptarget" >"$folder/dropped" & partner=$!
await 10 "the other program has no window" is_window "drop target"
other=$(xdotool search --onlyvisible --name "drop target")
xdotool windowmove --sync "$other" 1300 100
drag $(place dragResult) 1400 140
await 20 "nothing was dropped" test -s "$folder/dropped"
dropped=$(head -n 1 "$folder/dropped")
await 20 "the dropped file is not there" test -s "$dropped"
check length "$dropped" $seconds
picture tiles-dropped
echo "PASS: dropped a folder, exported its sound, dragged $(basename "$dropped") out"
