#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Opens a chord with a tone that does not belong there, paints over the tone with the eraser, hears it gone, and takes it back.
source "$(dirname "$0")/support.sh"
check_regions() { /usr/bin/python3 "$here/regions.py" "$@" || fail "regions.py $1"; }
check_regions mix "$folder/mix.wav" 6 1500
begin_display 1280x800
start "$folder/mix.wav"
show mix 1280 800
await 60 "the result was not made by itself" result_is_made
click listen-b
xdotool key n # a match in loudness would hide what is heard here
sleep 0.3
record "$folder/before" 3.5

xdotool key 5
await 10 "key 5 did not bring the eraser" shows "Edits: 0"
read -r x y <<<"$(place regionOverImages)"
read -r from to tone <<<"$(/usr/bin/python3 "$here/regions.py" place "$x" "$y" "$(ask get regionOverImages width)" "$(ask get regionOverImages height)" 6 0.3 5 1500)"
xdotool mousemove "$from" "$tone" mousedown 1
for i in $(seq 20); do
  xdotool mousemove $((from + (to - from) * i / 20)) "$tone"
  sleep 0.03
done
await 20 "what is painted is not seen meanwhile" shows "Edits: 1"
picture erase-painting
xdotool mouseup 1
await 20 "the stroke is no edit" hides "The result is up to date"
await 60 "the result was not made anew" result_is_made
xdotool mousemove "$to" $((tone - 60))
sleep 0.3
picture erase-erased
record "$folder/erased" 3.5
check_regions erased "$folder/before" "$folder/erased" 1500

xdotool key ctrl+z
await 20 "Ctrl+Z did not take the stroke back" shows "Edits: 0"
await 60 "the result was not made anew" result_is_made
record "$folder/back" 3.5
check_regions alike "$folder/before" "$folder/back" 1500
echo "PASS: painted over a tone, heard it gone, took it back"
