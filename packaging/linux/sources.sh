#!/bin/sh
# Downloads the Debian sources named in inputs/sources.sha256 into the folder $1 and checks them.
# A file that is there already is not fetched again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
if ! sha256sum --status -c "$here/../inputs/sources.sha256" 2>/dev/null; then
    apt=$(mktemp -d)
    trap 'rm -rf "$apt"' EXIT
    mkdir -p "$apt/parts" "$apt/lists/partial"
    for list in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list; do
        [ -f "$list" ] || continue
        sed -e 's/^Types: deb$/Types: deb-src/' -e 's/^deb /deb-src /' "$list" >"$apt/parts/source-${list##*/}"
    done
    # /etc/apt/sources.list has no suffix that apt would read in a folder of parts
    [ ! -f "$apt/parts/source-sources.list" ] || mv "$apt/parts/source-sources.list" "$apt/parts/source.list"
    set -- -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$apt/parts" -o Dir::State::lists="$apt/lists"
    apt-get "$@" update -qq >&2
    sed 's/^[0-9a-f]*  \([^_]*\)_.*/\1/' "$here/../inputs/sources.sha256" | while read -r package; do
        # a security suite may have dropped the packaging half; only upstream's own archive is wanted
        apt-get "$@" source -qq --download-only "$package" >&2 || true
    done
fi
sha256sum --quiet -c "$here/../inputs/sources.sha256"
