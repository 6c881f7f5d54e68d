#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The test of the killed server with many kills: tests/end_to_end/thousand_kills.sh [KILLS] [BUILD FOLDER]
# Needs a build of the preset "tests". Takes half a second to a second a kill.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
kills="${1:-1000}"
build="${2:-$root/build/tests}"
program="$build/tests/tst_end_to_end_cabinet_killed"
[[ $kills =~ ^[1-9][0-9]*$ ]] || { printf 'KILLS must be a number, not "%s"\n' "$kills" >&2; exit 2; }
[[ -x $program ]] || { printf 'there is no %s: build the preset "tests" first\n' "$program" >&2; exit 2; }
# QtTest ends a test function after five minutes unless told otherwise.
export OPSDECK_KILLS="$kills" QTEST_FUNCTION_TIMEOUT=$((kills * 5000 + 300000))
timeout --kill-after=10 $((kills * 5 + 300)) "$program" </dev/null
