#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# publish.sh FOLDER ADDRESS [KEY]: makes of FOLDER/repo/ what can be given out: a repository with a summary, and beside it
# Frontage.flatpakref, which leads to ADDRESS, where the repository will be, and Frontage.flatpak, which installs from the
# file alone and is updated from ADDRESS. With the GPG key KEY all are signed and tell others to take nothing else.
set -eu
folder=$1
address=$2
key=${3:-}
app=io.github.frontage.Frontage

if [ -n "$key" ]; then
  flatpak build-sign --gpg-sign="$key" "$folder/repo" $app
  gpg --export "$key" >"$folder/key.gpg"
fi
flatpak build-update-repo --title=Frontage --prune ${key:+"--gpg-sign=$key"} "$folder/repo" >/dev/null
flatpak build-bundle ${key:+"--gpg-keys=$folder/key.gpg"} --repo-url="$address" "$folder/repo" "$folder/Frontage.flatpak" $app \
  >/dev/null
{
  printf '[Flatpak Ref]\nTitle=Frontage\nName=%s\nBranch=master\nUrl=%s\nIsRuntime=false\n' $app "$address"
  [ -z "$key" ] || printf 'GPGKey=%s\n' "$(base64 -w 0 "$folder/key.gpg")"
} >"$folder/Frontage.flatpakref"
