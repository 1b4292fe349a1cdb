#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Drops ten images on the timeline, lets each blend into the next, hears that while it is edited, and exports one sound.
source "$(dirname "$0")/support.sh"
check tones "$folder/tones.wav" 50
"$build/bin/sonoloom" encode "$folder/tones.wav" -o "$folder/tiles" >/dev/null 2>&1 || fail "the tones were not encoded"
begin_display 1600x900
start --empty
show Sonoloom 1280 800
xdotool key F7
await 10 "the page does not say what to do" shows "A sequence is a row of clips"
picture sequence-empty

"$build/tests/ui_droptarget" "$folder/tiles" >"$folder/ignored" & partner=$!
await 10 "the other program has no window" is_window "drop target"
other=$(xdotool search --onlyvisible --name "drop target")
xdotool windowmove --sync "$other" 1300 100
drag 1400 140 500 400
await 20 "the folder was not added" shows "10 clip(s)"
kill $partner
focus Sequence
await 20 "the images were not read" shows "50.000 s together"
click setTransitions # all clips are selected once they are added; half a second is the default
xdotool key Escape
await 20 "the clips do not lie on each other" shows "0:45.500 long together"
sleep 2
picture sequence-blended

record "$folder/loud" 3
xdotool key ctrl+a
await 10 "the clips were not selected" shows "10 clip(s)"
click clipGain
xdotool key ctrl+a type -- "-12"
xdotool key Return
await 10 "the gain was not set" gives clipGain value -12
xdotool mousemove 700 600 click 1 # below the clips; numbers have the keys no more
sleep 1
record "$folder/soft" 3
check softer "$folder/soft" "$folder/loud" 10
picture sequence-softer
xdotool key ctrl+z

xdotool key ctrl+alt+e
type_file "Export the sequence as one sound" "$folder/one.wav"
await 40 "the sound was not exported" test -s "$folder/one.wav"
await 20 "the export did not end" shows "one.wav"
check length "$folder/one.wav" 45.5
check joints "$folder/one.wav" $(seq -s ' ' 4.62 4.62 41.58)
picture sequence-exported
echo "PASS: dropped ten images, blended them, heard them at two gains, exported 45.5 s without a step"
