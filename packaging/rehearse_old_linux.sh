#!/bin/sh
# Rehearses on an older system than this one: Debian 11 (glibc 2.31) in a folder of its own, as root, with nothing
# but its minimal installation. The .deb is installed with its dependencies, tested, and removed.
#   sh packaging/rehearse_old_linux.sh
set -eu
cd "$(dirname "$0")/.."
root=$(pwd)
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' core/__init__.py)
deb=$root/dist/gouji_${version}_amd64.deb
cache=${GOUJI_BUILD_CACHE:-$HOME/.cache/gouji-build}
[ -f "$deb" ] || .venv/bin/python packaging/build.py linux --fast
sh packaging/tools.sh debootstrap
base=$cache/debian-11.tar
if [ ! -f "$base" ]; then
    mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
    new=$(mktemp -d)
    # shellcheck disable=SC2086
    debootstrap --variant=minbase bullseye "$new" $mirror >/dev/null
    tar cf "$base.part" -C "$new" .
    mv "$base.part" "$base"
    rm -rf "$new"
fi
system=$(mktemp -d)
clean_up() {
    umount "$system/proc" "$system/dev/shm" 2>/dev/null || true
    rm -rf "$system"
}
trap clean_up EXIT
tar xf "$base" -C "$system"
mount -t proc proc "$system/proc"
mkdir -p "$system/dev/shm"
mount -t tmpfs tmpfs "$system/dev/shm" # worker processes need semaphores
cp "$deb" "$system/tmp/"
cp resources/samples/*有错*.docx "$system/tmp/年报 一.docx"
inside() { chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends "/tmp/${deb##*/}" fonts-wqy-microhei >/dev/null 2>&1
inside ldd --version | head -n 1
inside gouji --selftest
code=0
inside gouji check "/tmp/年报 一.docx" >/dev/null || code=$?
[ "$code" = 1 ] || {
    echo "失败：check 的退出码是 $code" >&2
    exit 1
}
inside apt-get purge -y -qq gouji >/dev/null
[ -z "$(find "$system/usr" -iname '*gouji*')" ]
echo "== 旧系统：全部通过"
