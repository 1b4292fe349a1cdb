# SPDX-License-Identifier: GPL-3.0-or-later
# What the journeys share. A journey begins with:
#   source "$(dirname "$0")/support.sh"
# and is called as: JOURNEY FOLDER_WITH_THE_PROGRAMS PICTURES, with an audio server of its own (with_null_sink.sh).
# $1/bin holds the workbench, $1/tests the probe and the drop target. Screenshots go to $2.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_tree=$(cd "$here/../../.." && pwd)
build=$1
pictures=$2
workbench=$build/bin/sonoloom-workbench
sample=$source_tree/resources/sample/loom.flac
for tool in Xvfb xdotool import pulseaudio pactl parec /usr/bin/python3; do
  command -v "$tool" >/dev/null || { echo "SKIP: $tool is not installed; install it to take this journey."; exit 77; }
done
[ -n "${PULSE_SERVER:-}" ] || exec "$here/../player/with_null_sink.sh" "$0" "$@"

mkdir -p "$pictures"
folder=$(mktemp -d)
program= display= partner= parec=
leave() {
  for process in $program $partner $parec $display; do
    kill -9 "$process" && wait "$process" || true
  done 2>/dev/null
  rm -rf "$folder"
}
trap leave EXIT
export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 LANGUAGE=
unset WAYLAND_DISPLAY

fail() {
  import -window root "$pictures/$(basename "$0" .sh)-failed.png" 2>/dev/null || true
  echo "FAIL: $1" >&2
  exit 1
}
# until SECONDS WHAT COMMAND...: waits until the command succeeds
await() {
  local tries=$(($1 * 5)) what=$2
  shift 2
  for _ in $(seq "$tries"); do "$@" && return; sleep 0.2; done
  fail "$what"
}

# begin_display WIDTHxHEIGHT
begin_display() {
  Xvfb -displayfd 3 -screen 0 "$1x24" 3>"$folder/display" 2>/dev/null &
  display=$!
  for _ in $(seq 100); do [ -s "$folder/display" ] && break; sleep 0.1; done
  export DISPLAY=:$(cat "$folder/display")
}
end_display() { kill $display; wait $display 2>/dev/null || true; : >"$folder/display"; }

# start [ARGUMENT]...: the workbench with the probe in it
start() {
  rm -f "$folder/questions" "$folder/answers"
  mkfifo "$folder/questions" "$folder/answers"
  exec 4<>"$folder/questions" 5<>"$folder/answers"
  QT_PLUGIN_PATH=$build/tests/plugins QT_QPA_GENERIC_PLUGINS=journeyprobe:$folder "$workbench" "$@" 4>&- 5>&- &
  program=$!
}
# stop: as a user who kills a program that hangs
stop() { kill -9 $program; wait $program 2>/dev/null || true; }

ask() {
  local answer
  echo "$*" >&4
  IFS= read -r -t 20 answer <&5 || { kill -0 $program 2>/dev/null && fail "the window does not answer '$*'"; fail "the workbench ended"; }
  echo "$answer"
}
shows() { [ "$(ask shows "$*")" = yes ]; }
hides() { [ -z "$(ask shows "$*")" ]; }
# gives NAME PROPERTY VALUE
gives() { [ "$(ask get "$1" "$2")" = "$3" ]; }
# can KEY: an action with this key can be chosen
can() { [ "$(ask can "$1")" = yes ]; }
is_window() { xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; }
# focus TITLE: there is no window manager that would do it
focus() {
  await 20 "no window has the title '$1'" is_window "$1"
  local window
  window=$(xdotool search --onlyvisible --name "$1" | tail -n 1)
  xdotool windowfocus --sync "$window" 2>/dev/null || xdotool windowfocus "$window"
  await 10 "'$1' is not in front" is_front "$1"
}
is_front() { [[ "$(ask front)" == *"$1"* ]]; }
# show TITLE WIDTH HEIGHT: the workbench's window, over the whole display
show() {
  await 30 "no window has the title '$1'" is_window "$1"
  local window
  window=$(xdotool search --onlyvisible --name "$1" | tail -n 1)
  xdotool windowmove "$window" 0 0 windowsize "$window" "$2" "$3"
  focus "$1"
}
# place NAME: "x y"; fails if it is not shown
place() {
  local at
  at=$(ask where "$1")
  [ -n "$at" ] || fail "no control is called '$1'"
  echo "$at"
}
click() { xdotool mousemove $(place "$1") click 1; }
# drag X Y TO_X TO_Y: slowly enough for programs that talk with each other on the way
drag() {
  xdotool mousemove "$1" "$2" mousedown 1
  for i in $(seq 10); do
    xdotool mousemove $(($1 + ($3 - $1) * i / 10)) $(($2 + ($4 - $2) * i / 10))
    sleep 0.05
  done
  sleep 0.3
  xdotool mousemove $(($3 + 1)) "$4"
  sleep 0.3
  xdotool mouseup 1
}
picture() { import -window root "$pictures/$1.png"; }
# type_file TITLE PATH: into a file dialog
type_file() {
  focus "$1"
  sleep 0.3
  xdotool key ctrl+a type --delay 5 "$2"
  sleep 0.3
  xdotool key Return
}
# The result stands and is that of the parameters; `up to date` is told beside it.
result_is_made() { shows "The result is up to date" && hides "draft"; }
# record FILE SECONDS: what the speakers get, from the start of the sound on, as 32-bit floats of two channels
record() {
  xdotool key Home
  parec -d null.monitor --format=float32le --rate=48000 --channels=2 --latency-msec=50 >"$1" &
  parec=$!
  await 10 "nothing is recorded" test -s "$1" # connecting may take seconds
  xdotool key space
  sleep "$2"
  xdotool key space
  sleep 0.5
  kill $parec
  wait $parec 2>/dev/null || true
}
check() { /usr/bin/python3 "$here/check.py" "$@" || fail "check $1"; }
