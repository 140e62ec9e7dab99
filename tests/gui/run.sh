#!/bin/sh
# Runs a test in a virtual display and a private session bus, with the accessibility bus on: run.sh TEST PROGRAM PROBE
set -eu
export GTK_A11Y=atspi GSETTINGS_BACKEND=memory NO_AT_BRIDGE=0 LC_ALL=C.UTF-8
export XDG_RUNTIME_DIR="$(mktemp -d)"
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
xvfb-run -a -s "-screen 0 1280x800x24" dbus-run-session -- /usr/bin/python3 -W ignore "$@"
