#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh PROJECT FOLDER: builds the tests in FOLDER and runs them, inside of a sandbox. A runtime that has no Ruby or
# no virtual display runs what goes without.
set -eu
has() { command -v "$1" >/dev/null 2>&1; }
options=''
has ruby || options=-Dpsych=disabled
suites=''
has Xvfb || suites='--no-suite gui --no-suite layout'
cd "$1"
# shellcheck disable=SC2086 # words
[ -f "$2/build.ninja" ] || meson setup "$2" $options
meson compile -C "$2"
# shellcheck disable=SC2086
exec meson test -C "$2" --print-errorlogs $suites
