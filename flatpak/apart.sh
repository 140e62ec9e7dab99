#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# apart.sh COMMAND…: the command where it sees neither the processes nor the runtime folder of who called it, and where all
# that it starts or mounts ends with it. Its runtime folder is /run/user/0, as a sandbox sees the files that a portal hands
# over in /run/user/UID alone: a portal that had them elsewhere would tell it of places that are not there.
set -eu
if [ "$1" != --inside ]; then
  as_root=''
  [ "$(id -u)" = 0 ] || as_root=--map-root-user
  exec unshare $as_root --mount --pid --fork --kill-child --mount-proc "$0" --inside "$@"
fi
shift
mount -t tmpfs tmpfs /run
mkdir /run/user
mkdir -m 700 /run/user/0
UNSEEN_FOLDER=/run/user/0 "$@"
