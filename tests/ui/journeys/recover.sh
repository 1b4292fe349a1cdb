#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Saves a project, changes it, is killed, and takes the changes up again.
source "$(dirname "$0")/support.sh"
begin_display 1280x800
start "$sample"
show loom 1280 800
xdotool key ctrl+shift+s
type_file "Save project" "$folder/mine.sonoloom"
await 10 "the project was not saved" test -s "$folder/mine.sonoloom"
focus mine

xdotool key alt+v # View > Frequency axis > Logarithmic
sleep 0.3
xdotool key f
sleep 0.3
xdotool key Down Down Return
sleep 0.3
xdotool mousemove 400 250 click 1
sleep 0.3
xdotool key m
read -r x y <<<"$(place power-slider)"
drag "$x" "$y" $((x + 15)) "$y"
power=$(ask get power text)
kept() { grep -rqs "\"power\": $power" "$folder/data" --include='*.sonoloom'; }
await 20 "the changes were not kept" kept
picture recover-before
stop

start --empty
focus "Recover"
picture recover-asked
xdotool key Return
show loom 1280 800
await 10 "power is not $power again" gives power text "$power"
picture recover-after
xdotool key ctrl+shift+s
type_file "Save project" "$folder/recovered.sonoloom"
await 10 "the recovered project was not saved" test -s "$folder/recovered.sonoloom"
check project "$folder/recovered.sonoloom" "Marker 1" logarithmic "$power"
echo "PASS: killed, and marker, frequency axis and parameters are there again"
