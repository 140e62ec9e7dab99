#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# icons.sh TEST SOURCES: calls the test with the names of all icons that the sources show.
set -eu
# shellcheck disable=SC2046 # words
exec "$1" $(grep -rhoE '\b[a-z0-9-]+-symbolic\b' "$2" | sort -u)
