#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# oracle.sh LEAVES RUBY FILE…: every value of the files, set and read back by Psych.
set -e
leaves=$1 ruby=$2
shift 2
"$leaves" --print "$@" | "$ruby" "$(dirname "$0")/oracle.rb"
