#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# stand-in.sh: a runtime of Debian 13's packages where the GNOME runtime cannot be fetched. Read by build.sh.
# shellcheck disable=SC2154 # work, key, here and manifest are build.sh's
stand_in=io.github.frontage.StandIn

# What the build and the tests need, with Debian 13’s names. The last line: flatpak-spawn, which makes WebKit’s sandbox
# inside of Flatpak’s; what libtemplate-glib-1.0-dev asks for and does not bring; the build systems of the modules.
stand_in_packages='gcc libc6-dev pkgconf make meson ninja-build gettext libglib2.0-dev-bin ruby
  desktop-file-utils appstream
  libgtk-4-dev libadwaita-1-dev libwebkitgtk-6.0-dev libyaml-dev libjson-glib-dev libtemplate-glib-1.0-dev libgumbo-dev
  libsass-dev libgtksourceview-5-dev
  adwaita-icon-theme librsvg2-common fonts-lato man-db dbus xvfb python3 python3-gi gir1.2-atspi-2.0 at-spi2-core
  bubblewrap xdg-dbus-proxy xdotool imagemagick fonts-noto-core fonts-noto-cjk
  flatpak-xdg-utils libgirepository1.0-dev autoconf automake libtool bison flex'

# Where this system gets its packages from.
mirror() {
  # shellcheck disable=SC2016 # apt's words
  apt-get indextargets --format '$(REPO_URI) $(LABEL)' 'Created-By: Packages' | awk '$2 == "Debian" { print $1; exit }'
}

# make_tree: Debian 13 as a folder, tree/. mmdebstrap mounts nothing that outlives it.
make_tree() {
  # shellcheck disable=SC2086 # a list of words
  list=$(printf '%s,' $stand_in_packages)
  rm -rf "$work/tree" "$work/tree.new"
  mmdebstrap --variant=minbase --dpkgopt=force-unsafe-io --include="${list%,}" --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' trixie "$work/tree.new" "$(mirror)" >&2
  mv "$work/tree.new" "$work/tree"
}

# The runtime is the tree's /usr, with /etc in it. Its metadata ends without a newline, which the commit's copy has not.
commit_runtime() {
  rm -rf "$work/runtime" "$work/runtime-repo"
  mkdir "$work/runtime"
  mv "$work/tree/usr" "$work/runtime/files"
  mv "$work/tree/etc" "$work/runtime/files/etc"
  ref=$stand_in/$(flatpak --default-arch)/13
  metadata=$(printf '[Runtime]\nname=%s\nruntime=%s\nsdk=%s' $stand_in "$ref" "$ref")
  printf %s "$metadata" >"$work/runtime/metadata"
  ostree init --repo="$work/runtime-repo" --mode=bare-user-only
  ostree commit --repo="$work/runtime-repo" -b "runtime/$ref" --owner-uid=0 --owner-gid=0 --no-xattrs \
    --canonical-permissions --add-metadata-string="xa.metadata=$metadata" --consume "$work/runtime" >/dev/null
  flatpak build-update-repo "$work/runtime-repo" >/dev/null
  rm -rf "$work/runtime" "$work/tree"
  echo "$stand_in_packages" >"$work/stand-in-packages"
}

install_runtime() {
  flatpak --user remote-add --if-not-exists --no-gpg-verify stand-in "$work/runtime-repo"
  flatpak --user install -y --noninteractive --or-update stand-in "$stand_in//13" >/dev/null
}

# Into the downloads of flatpak-builder: those archives of the manifest that are Debian's, byte for byte.
get_sources() {
  lists=$work/sources
  mkdir -p "$lists/lists/partial"
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(mirror) sid main" >"$lists/list"
  set -- -o "Dir::Etc::SourceList=$lists/list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$lists/lists"
  apt-get "$@" update -q >/dev/null
  for module in libyaml gumbo-parser template-glib libsass; do
    (cd "$lists" && apt-get "$@" source --download-only -q "$module" >/dev/null 2>&1) || true
  done
}

make_stand_in() {
  if [ "$stand_in_packages" != "$(cat "$work/stand-in-packages" 2>/dev/null)" ]; then
    make_tree
    commit_runtime
  fi
  install_runtime
  get_sources
  flatpak-builder --show-manifest "$manifest" | python3 "$here/stand-in.py" $stand_in 13 "$PWD" "$work" >"$work/stand-in.json"
}

# So that the repository is whole, and the app can be installed from it alone.
add_stand_in() {
  ostree --repo="$work/repo" pull-local "$work/runtime-repo" "runtime/$stand_in/$(flatpak --default-arch)/13" >/dev/null
  [ -z "$key" ] || flatpak build-sign --runtime --gpg-sign="$key" "$work/repo" $stand_in 13
}
