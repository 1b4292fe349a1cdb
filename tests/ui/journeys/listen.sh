#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Opens a sound, hears its reconstruction, drags a slider while listening, hears the change, and takes it back.
source "$(dirname "$0")/support.sh"
begin_display 1280x800
start "$sample"
show loom 1280 800
await 60 "the result was not made by itself" result_is_made
click listen-b
xdotool key n # a match in loudness would hide what is heard here
sleep 0.3

# export_result FILE
export_result() {
  xdotool key ctrl+shift+e
  type_file "Export sound" "$1"
  await 20 "the result was not exported" test -s "$1"
  focus loom
}

export_result "$folder/before.wav"
record "$folder/before" 2.5
picture listen-before
before=$(ask get maxvol text)

read -r x y <<<"$(place maxvol-slider)"
drag "$x" "$y" $((x - 20)) "$y"
[ "$(ask get maxvol text)" != "$before" ] || fail "the slider did not move"
await 60 "the result was not made anew" result_is_made
record "$folder/changed" 2.5
picture listen-changed
check softer "$folder/changed" "$folder/before" 3

xdotool key ctrl+z
await 10 "Ctrl+Z did not bring $before back" gives maxvol text "$before"
await 60 "the result was not made anew" result_is_made
export_result "$folder/back.wav"
cmp "$folder/before.wav" "$folder/back.wav" || fail "after Ctrl+Z the result is another one"
record "$folder/back" 2.5
picture listen-back
check alike "$folder/before" "$folder/back" 1
echo "PASS: heard, changed, heard the change, took it back"
