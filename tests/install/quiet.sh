#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# quiet.sh COMMAND…: fails if the command fails, or has anything to say.
set -eu
said=$("$@" 2>&1) || { printf '%s\n' "$said"; exit 1; }
[ -z "$said" ] || { printf '%s\n' "$said"; exit 1; }
