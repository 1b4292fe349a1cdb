#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a PulseAudio server of its own, whose only output plays into nothing.
#   with_null_sink.sh COMMAND [ARGUMENT]...
set -euo pipefail
folder=$(mktemp -d)
export XDG_RUNTIME_DIR=$folder HOME=$folder PULSE_SERVER=unix:$folder/pulse.sock
pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no --disable-shm=yes --log-level=error \
  -L "module-native-protocol-unix socket=$folder/pulse.sock auth-anonymous=1" \
  -L "module-null-sink sink_name=null rate=44100 format=float32le channels=2" &
server=$!
recorder=
trap 'kill $recorder $server 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 100); do
  pactl info >/dev/null 2>&1 && break
  sleep 0.1
done
parec -d null.monitor >/dev/null & # keeps the sink awake, without which the first stream stalls
recorder=$!
sleep 3
"$@"
