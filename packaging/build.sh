# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh: configures and builds preset `release` into build/, quick when nothing changed.
# build_sonoloom TARGET...   (no target: everything)
build_sonoloom() {
  local options=()
  # A build folder made elsewhere (a moved or copied checkout) cannot be reused: CMake refuses it.
  if [ -f build/CMakeCache.txt ] && ! grep -qx "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" build/CMakeCache.txt; then
    echo "Build: the build folder belongs to another checkout; configuring it anew."
    options+=(--fresh)
  fi
  local log
  log=$(mktemp)
  echo "Build: configuring (preset release, folder build/)"
  if ! cmake --preset release "${options[@]}" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    echo "Build: the configuration failed; see above." >&2
    return 1
  fi
  rm -f "$log"
  echo "Build: compiling with $(nproc) jobs"
  cmake --build build ${1:+--target "$@"}
}
