#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A blind test of 10 trials with the keyboard alone, and its report.
source "$(dirname "$0")/support.sh"
begin_display 1280x800
start "$sample"
show loom 1280 800
await 60 "the result was not made by itself" result_is_made
xdotool key ctrl+b
focus "Blind test"
picture blind-before
xdotool key ctrl+a type 10
xdotool key Return
await 5 "the test of 10 trials does not begin with Enter" shows "Trial 1 of 10"
for trial in $(seq 10); do
  await 5 "trial $trial does not come" shows "Trial $trial of 10"
  xdotool key x
  sleep 0.3
  [ "$trial" != 5 ] || picture blind-trial
  xdotool key $((1 + trial % 2))
done
await 5 "there is no score" shows "of 10 right"
picture blind-score
await 20 "the report cannot be saved" gives abxSave enabled true
xdotool key alt+s
type_file "Save the report" "$folder/report.json"
await 10 "the report was not written" test -s "$folder/report.json"
check abx "$folder/report.json" "$sample" 10
echo "PASS: 10 trials answered by keys, and the report holds them"
