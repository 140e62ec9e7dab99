#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh PROJECT FOLDER: builds the tests in FOLDER and runs them, inside of a sandbox. Says at the end what was not run there,
# and why: a runtime has not all that a system has, and a test says itself what it cannot do in a sandbox.
set -eu
# From the log of the tests: "test_a (…) … skipped 'reason'", with a line more if the test says what it is about; or "ok 1 /a # SKIP reason".
list_skipped() {
  awk '
    /^test_/ { name = $1 }
    match($0, /\.\.\. skipped .*/) {
      reason = substr($0, RSTART + 13, RLENGTH - 14)
      names[reason] = names[reason] " " name
    }
    match($0, /# SKIP .*/) {
      reason = substr($0, RSTART + 7)
      names[reason] = names[reason] " " $3
    }
    END { for (reason in names) printf "  (%s)%s\n", reason, names[reason] }' "$1"
}

has() { command -v "$1" >/dev/null 2>&1; }
left_out=''
leave_out() { left_out="$left_out  ($2) $1
"; }

options=''
suites=''
cd "$1"
if ! has ruby; then
  options=-Dpsych=disabled
  leave_out 'what Psych reads' 'the runtime has no Ruby'
fi
if ! has Xvfb || ! has xdotool || ! has import; then
  suites='--no-suite gui --no-suite layout'
  leave_out 'all with a window' 'the runtime has no virtual display, no xdotool or no ImageMagick'
fi
if ! has man; then
  suites="$suites --no-suite manuals"
  leave_out 'manuals' 'the runtime has no man'
fi
suites="$suites --no-suite published"
leave_out 'published pages' 'they were measured with the fonts of Debian 12'
# shellcheck disable=SC2086 # words
[ -f "$2/build.ninja" ] || meson setup "$2" $options
meson compile -C "$2"
good=0
# shellcheck disable=SC2086
meson test -C "$2" --print-errorlogs --timeout-multiplier 3 $suites || good=1
printf 'Not run in the sandbox:\n%s' "$left_out"
list_skipped "$2/meson-logs/testlog.txt"
exit $good
