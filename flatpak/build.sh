#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh [ADDRESS [KEY]]: what ./dev flatpak does, in the project's folder. It leaves in build/flatpak/ the repository
# repo/, which an institution puts at ADDRESS, Frontage.flatpakref, which leads there, and Frontage.flatpak, which
# installs from the file alone. KEY: the GPG key to sign with. Its output says what is done; it ends with 0 if all tests pass.
#
# All that it downloads and makes stays in build/flatpak/ and is used again. Flatpak's own folder is there, too: what
# the user has installed is read, and never changed.
set -eu
work=$PWD/build/flatpak
address=${1:-file://$work/repo}
key=${2:-}
app=io.github.frontage.Frontage
here=$PWD/flatpak
manifest=$here/$app.yml
mkdir -p "$work"

say() { printf '%s\n' "$*" >&2; }

of_manifest() { sed -n "s/^$1: *//p" "$manifest" | tr -d "'"; }
version=$(of_manifest runtime-version)

# Finds the remote, of those that the system or the user has, that offers the GNOME runtime, and gets it from there.
get_runtime() {
  flatpak remotes --columns=name,url >"$work/remotes"
  while read -r name url; do
    flatpak remote-info "$name" "org.gnome.Sdk//$version" >/dev/null 2>&1 || continue
    for place in "${XDG_DATA_HOME:-$HOME/.local/share}/flatpak" /var/lib/flatpak; do
      [ ! -f "$place/repo/$name.trustedkeys.gpg" ] || keys=$place/repo/$name.trustedkeys.gpg
    done
    FLATPAK_USER_DIR=$work/user flatpak --user remote-add --if-not-exists ${keys:+"--gpg-import=$keys"} "$name" "$url"
    FLATPAK_USER_DIR=$work/user flatpak --user install -y --noninteractive "$name" \
      "org.gnome.Platform//$version" "org.gnome.Sdk//$version" </dev/null && return 0
  done <"$work/remotes"
  return 1
}

build_app() {
  folder=$1
  shift
  flatpak-builder --user --disable-rofiles-fuse --disable-updates --disable-download --force-clean \
    --state-dir="$work/state" "$@" "$folder" "$manifest" >"$folder.log" 2>&1 || { tail -n 40 "$folder.log" >&2; return 1; }
}

# The whole suite, inside of the sandbox in which the app was built, against the libraries of the runtime and the modules.
test_build() {
  build_app "$work/app-tests" --stop-at=frontage &&
    flatpak build --filesystem="$PWD" "$work/app-tests" "$here/test.sh" "$PWD" "$work/tests"
}

# How it comes to machines: from the reference, from the file, as an update, signed.
test_repository() {
  python3 tests/flatpak/test-repository.py "$work/repo" "$work/app"
}

# The app as it is installed, with its own permissions, on a bus, a screen and a document portal of their own.
test_app() {
  rm -rf --one-file-system "${work:?}/home" &&
    mkdir "$work/home" &&
    flatpak --user install -y --noninteractive "$work/Frontage.flatpak" >/dev/null &&
    HOME=$work/home PYTHONPATH=tests/gui "$here/apart.sh" \
      tests/gui/run.sh tests/flatpak/test-sandbox.py flatpak "$work/tests/tests/gui/libprobe.so"
}

# A part of the work, which is named before it begins.
# shellcheck disable=SC2317 # what it calls is reached
step() {
  say
  say "== $1 =="
  shift
  "$@"
}

if get_runtime; then
  flatpak-builder --user --disable-rofiles-fuse --state-dir="$work/state" --force-clean --download-only \
    "$work/app" "$manifest" >&2
  export FLATPAK_USER_DIR="$work/user"
else
  say "No remote here offers org.gnome.Sdk $version, so a stand-in of Debian 13's packages takes its place. What is built"
  say "with it is for trying and testing: it runs on that stand-in alone, and is not what staff should get."
  export FLATPAK_USER_DIR="$work/user"
  # shellcheck source=flatpak/stand-in.sh
  . "$here/stand-in.sh"
  make_stand_in
  manifest=$work/stand-in.json
fi
step 'Building the app' build_app "$work/app" --repo="$work/repo"
[ "$manifest" != "$work/stand-in.json" ] || add_stand_in
step 'Making the repository' "$here/publish.sh" "$work" "$address" "$key"
good=0
step 'The suite in the sandbox' test_build || good=1
step 'The repository' test_repository || good=1
step 'The app as it is installed' test_app || good=1
say
[ $good = 0 ] || say 'Not all tests have passed; see above.'
say "In $work/: repo/, Frontage.flatpakref (which leads to $address), Frontage.flatpak"
[ "$manifest" != "$work/stand-in.json" ] || say 'On a stand-in for the GNOME runtime: for trying and testing, not for staff.'
exit $good
