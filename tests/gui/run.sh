#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test unseen, with the accessibility bus on: run.sh TEST PROGRAM PROBE
set -eu
export GTK_A11Y=atspi NO_AT_BRIDGE=0
exec "$(dirname "$0")/../tools/unseen.sh" 1280x800 /usr/bin/python3 -W ignore "$@"
