#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs all tests.
#   packaging/test.sh [ctest options, such as -R NAME]
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-deps.sh --tests
. packaging/build.sh
build_sonoloom
echo "Tests:"
ctest --test-dir build --output-on-failure --parallel "$(nproc)" --no-tests=error "$@"
