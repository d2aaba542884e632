#!/bin/sh
# Makes .venv/ in the project's root with the command `gouji` in it; quick when nothing has changed.
# Installs Debian packages where it may (root or password-free sudo), else names them and stops.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

LIBRARIES="libglib2.0-0 libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
fonts-wqy-microhei"

find_python() {
    for candidate in python3.13 python3.12 python3.11 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
}

missing_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    [ -n "$PYTHON" ] || printf 'python3 '
    [ -n "$PYTHON" ] && "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || printf 'python3-venv '
    for package in $LIBRARIES; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

install_packages() {
    as_root=""
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            as_root="sudo"
        else
            say "缺少系统软件包，请先安装后再运行（Please install first）："
            say "  sudo apt-get install -y $1"
            exit 1
        fi
    fi
    say "安装系统软件包：$1"
    $as_root apt-get update -qq >&2
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1 >&2
}

PYTHON=$(find_python)
MISSING=$(missing_packages)
if [ -n "$MISSING" ]; then
    install_packages "$MISSING"
    PYTHON=$(find_python)
fi
if [ -z "$PYTHON" ]; then
    say "需要 Python 3.11 至 3.13（Python 3.11–3.13 is needed）。"
    exit 1
fi

STAMP=.venv/.complete
WANTED="$("$PYTHON" -V) $(sha256sum pyproject.toml | cut -d' ' -f1) $(pwd -P)"
if [ ! -x .venv/bin/gouji ] || [ "$(cat $STAMP 2>/dev/null || true)" != "$WANTED" ]; then
    say "准备 .venv（首次需要几分钟）…"
    [ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
    .venv/bin/python -m pip install -q --disable-pip-version-check -e '.[dev]' >&2
    printf '%s' "$WANTED" >$STAMP
fi
