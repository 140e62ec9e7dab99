#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# random.sh RANDOM RUBY SEED COUNT FILE…: random pages and edits, checked, and the outcomes read by Psych.
set -e
random=$1 ruby=$2
shift 2
outcomes=$(mktemp)
trap 'rm -f "$outcomes"' EXIT
"$random" --print "$@" >"$outcomes"
"$ruby" "$(dirname "$0")/random.rb" <"$outcomes"
