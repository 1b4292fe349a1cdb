#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Lets one song give way to another of another tempo, on the beat, hears the transition, and saves it.
source "$(dirname "$0")/support.sh"
check groove "$folder/first.wav" 120 20 55
check groove "$folder/second.wav" 126 20 65
begin_display 1280x800
start --empty
show Sonoloom 1280 800
xdotool key F12

# choose LETTER FILE: the entry of the input's menu, then its dialog
choose() {
  click "open-$1"
  sleep 0.5
  xdotool key Down Return
  type_file "Open a sound as ${1^^}" "$2"
  focus Sonoloom
}
choose a "$folder/first.wav"
choose b "$folder/second.wav"
await 60 "no tempo was found" shows "The second sound has 126"
picture crossfade-drifting
click "Same tempo"
await 60 "the second sound was not stretched" shows "so that it has 120"
await 20 "the two do not meet on a bar" shows "They change over on a bar"
click hearTransition
sleep 1.5
picture crossfade-heard
xdotool key space

click saveSound
type_file "Save the cross-fade" "$folder/both.wav"
await 30 "the cross-fade was not saved" test -s "$folder/both.wav"
await 20 "the saving did not end" shows "both.wav"
check kicks "$folder/both.wav" 120
echo "PASS: two songs, one transition on the beat"
