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
picture listen-back
is_as_before() {
  record "$folder/back" 2.5
  /usr/bin/python3 "$here/check.py" same "$folder/before" "$folder/back"
}
is_as_before || is_as_before || is_as_before || fail "after Ctrl+Z it does not sound as before" # a busy machine may skip
echo "PASS: heard, changed, heard the change, took it back"
