#!/bin/sh
# Builds CPython 3.11 that needs no more than glibc 2.28 and packs it as $1 (tar.xz). The machine's own Python
# would bind the program to the machine's glibc. zig (from PyPI) compiles against the old glibc; the sources are
# Debian's, checked by sha256. Takes about three minutes on one core; what it does goes to $1.log.
set -eu
archive=$1
here=$(cd "$(dirname "$0")" && pwd)
cache=${GOUJI_BUILD_CACHE:-$HOME/.cache/gouji-build}
jobs=${GOUJI_BUILD_JOBS:-1}
: >"$archive.log"

sh "$here/sources.sh" "$cache/sources"
[ -x "$cache/zig/ziglang/zig" ] ||
    "${PYTHON:-python3}" -m pip install -q --no-deps --require-hashes --only-binary=:all: \
        -r "$here/../inputs/zig.txt" --target "$cache/zig"

# one and the same folder and date, so that two builds agree
work=$cache/python-build
export SOURCE_DATE_EPOCH=1675756800
rm -rf "$work"
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT
cd "$work"
for source in "$cache"/sources/*.orig.tar.*; do
    tar xf "$source"
done
deps=$work/deps
export CC="$cache/zig/ziglang/zig cc -target x86_64-linux-gnu.2.28"
export AR="$cache/zig/ziglang/zig ar"
export RANLIB="$cache/zig/ziglang/zig ranlib"
export PKG_CONFIG_LIBDIR="$deps/lib/pkgconfig"

(cd zlib-* && CFLAGS="-O2 -fPIC" ./configure --static --prefix="$deps" && make -j"$jobs" libz.a &&
    make install) >>"$archive.log" 2>&1
(cd libffi-* && ./configure --disable-shared --disable-docs --with-pic --prefix="$deps" \
    CFLAGS="-O2 -Wno-implicit-function-declaration" && make -j"$jobs" && make install) >>"$archive.log" 2>&1

cd Python-3.11.*
sed -i 's/-Wl,-h/-Wl,-soname,/' Makefile.pre.in
# headers and libraries of this machine must not be seen
sed -i -e 's/^    def add_multiarch_paths(self):/&\n        return/' \
    -e 's/^    def add_cross_compiling_paths(self):/&\n        return/' \
    -e "s#'/usr/include'#'/nowhere'#g; s#\"/usr/include\"#\"/nowhere\"#g; s#'/usr/local/#'/nowhere/#g" setup.py
set -- --prefix=/usr --libdir=/usr/lib --enable-shared --without-ensurepip --with-system-ffi --disable-test-modules \
    --without-static-libpython
./configure -q "$@" CFLAGS=-O2 CPPFLAGS="-I$deps/include" \
    LDFLAGS="-L$deps/lib -Wl,-rpath,\\\$\$ORIGIN/../lib" >>"$archive.log" 2>&1
make -j"$jobs" >>"$archive.log" 2>&1
make install DESTDIR="$work/root" >>"$archive.log" 2>&1
cd ../root/usr
rm -rf lib/python3.11/test lib/python3.11/idlelib lib/python3.11/lib2to3 lib/python3.11/config-* share
find . -name __pycache__ -prune -exec rm -rf {} +
find . -name '*.so*' -type f -exec strip --strip-unneeded {} +
tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cJf "$archive.part" .
mv "$archive.part" "$archive"
