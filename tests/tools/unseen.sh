#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# unseen.sh WIDTHxHEIGHT COMMAND…: the command with a virtual display of that size, a private session bus and folders
# of its own, so that it neither disturbs the one who works here nor depends on their settings. UNSEEN_FOLDER: an empty
# folder to take for them.
set -eu
size=$1
shift
folder=${UNSEEN_FOLDER:-$(mktemp -d)}
display=''
# Where a desktop's portals are installed, they mount a file system in there: with files that a person handed over, which are
# none of ours to remove.
clean_up() {
  [ -z "$display" ] || kill "$display"
  fusermount3 -quz "$folder/doc" 2>/dev/null || :
  rm -rf --one-file-system "$folder" || :
}
trap clean_up EXIT
trap 'exit 143' INT TERM
export XDG_RUNTIME_DIR="$folder" GSETTINGS_BACKEND=memory LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY
# Light or dark, and how large letters are, is not asked of the desktop here. What answers would also mount a file system.
export ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0

# WebKit keeps its web processes in a sandbox and ends the program where that cannot be made: bubblewrap needs a root
# that is a mount point and the right to make namespaces, which a plain chroot and many containers do not give.
if ! bwrap --unshare-all --ro-bind / / --dev /dev --proc /proc true 2>/dev/null; then
  echo 'No sandbox can be made here (chroot or container?): the web view runs without it.' >&2
  export WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1
fi

# Without a graphics card WebKit composites with Mesa's llvmpipe in a thread, which crashes now and then in Debian 12's
# Mesa, and the web process with it. Drawn on the processor alone the page is the same to the pixel.
export WEBKIT_DISABLE_COMPOSITING_MODE=1
# Nor does GTK draw with it: each frame of a blinking cursor would keep both processors of a small machine busy.
export GSK_RENDERER=cairo

# The server looks for a free number itself and says it when it is ready: no race with others, no waiting. It would
# start anew when its last client leaves, and then refuse the next one for a moment.
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 "${size}x24" -noreset -nolisten tcp 3>"$folder/number" 2>"$folder/log" &
display=$!
if ! read -r number <"$folder/number"; then
  cat "$folder/log" >&2
  exit 1
fi
export DISPLAY=":$number"
[ ! -f /.flatpak-info ] || set -- /usr/bin/python3 "$(dirname "$0")/portal.py" "$@"
# What the bus says about itself is kept out of what the command says.
# shellcheck disable=SC2016 # the inner shell's "$@"
dbus-run-session -- sh -c 'exec "$@" 2>&4 4>&-' sh "$@" 4>&2 2>"$folder/bus"
