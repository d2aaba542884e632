#!/bin/sh
# Installer of 年报勾稽校核 for one user: needs no administrator. This script, then a tar.gz of the program.
#   sh gouji-….run [--target 文件夹] [--force] [--quiet]
set -eu
VERSION='@VERSION@'
SIZE_KB='@SIZE_KB@'
OFFSET='@OFFSET@'
SHA256='@SHA256@'
TARGET=$HOME/.local/opt/gouji
FORCE=
QUIET=

say() { printf '%s\n' "$*" >&2; }

give_up() {
    say "没有安装：$*"
    # started by a double-click there is no terminal to read this on
    if [ ! -t 2 ] && [ -z "$QUIET" ] && [ -n "${DISPLAY:-}" ]; then
        for box in "zenity --error --text" "kdialog --error" "xmessage"; do
            command -v "${box%% *}" >/dev/null 2>&1 && $box "年报勾稽校核没有安装：$*" && break
        done
    fi
    exit 1
}

@RUNNING@
while [ $# -gt 0 ]; do
    case $1 in
    --target)
        TARGET=${2:?}
        shift
        ;;
    --force) FORCE=1 ;;
    --quiet) QUIET=1 ;;
    --help | -h)
        say "用法：sh $0 [--target 文件夹] [--force 允许装回旧版本] [--quiet 不弹窗、装好后不启动]"
        exit 0
        ;;
    *) give_up "不认识的参数 $1（--help 看用法）" ;;
    esac
    shift
done

[ "$(uname -m)" = '@ARCH@' ] || give_up "这个安装包用于 @ARCH@ 处理器，本机是 $(uname -m)。"
glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/.* //')
[ "$(printf '%s\n' 2.28 "${glibc:-0}" | sort -V | head -n 1)" = 2.28 ] ||
    give_up "系统太旧（glibc ${glibc:-不明}，需要 2.28 以上），请用 UOS 20、麒麟 V10 或更新的系统。"
[ "$(tail -c "+$OFFSET" "$0" | sha256sum | cut -d' ' -f1)" = "$SHA256" ] ||
    give_up "安装包不完整，请重新拷贝或下载。"
case $TARGET in /*) ;; *) TARGET=$PWD/$TARGET ;; esac
PARENT=$(dirname "$TARGET")
mkdir -p "$PARENT" 2>/dev/null || give_up "不能建立文件夹 $PARENT，请检查权限。"
[ -w "$PARENT" ] || give_up "不能写入 $PARENT，请检查权限。"
is_running "$TARGET" && give_up "年报勾稽校核正在运行，请保存并关闭它的窗口，再安装一次。"
if [ -e "$TARGET" ] && [ ! -f "$TARGET/VERSION" ]; then
    give_up "$TARGET 已经存在，但不是本程序，请换一个文件夹（--target）。"
fi
OLD=$(cat "$TARGET/VERSION" 2>/dev/null || true)
if [ -n "$OLD" ] && [ "$OLD" != "$VERSION" ] && [ -z "$FORCE" ] &&
    [ "$(printf '%s\n' "$OLD" "$VERSION" | sort -V | tail -n 1)" = "$OLD" ]; then
    give_up "已经装有更新的版本 $OLD（这是 $VERSION）。确实要装回旧版本，请加 --force。"
fi
free=$(df -Pk "$PARENT" | awk 'NR == 2 { print $4 }')
[ "$free" -ge "$SIZE_KB" ] || give_up "磁盘空间不够，需要 $((SIZE_KB / 1024)) MB，$PARENT 所在磁盘只剩 $((free / 1024)) MB。"

NEW=$PARENT/.gouji-new.$$
trap 'rm -rf "$NEW"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$NEW"
tail -c "+$OFFSET" "$0" | tar xzf - -C "$NEW" || give_up "解压失败（磁盘满了？）。"
if ! report=$("$NEW/program/gouji" --selftest 2>&1); then
    say "$report"
    give_up "程序在这台电脑上不能运行：$(printf '%s\n' "$report" | grep -E '^失败|error while loading' | head -n 1)"
fi

# the old version stays aside until the new one stands
OLDER=$PARENT/.gouji-old.$$
[ ! -e "$TARGET" ] || mv "$TARGET" "$OLDER"
if ! mv "$NEW/program" "$TARGET"; then
    [ ! -e "$OLDER" ] || mv "$OLDER" "$TARGET"
    give_up "不能写入 $TARGET。"
fi
rm -rf "$OLDER"
SHARE=${XDG_DATA_HOME:-$HOME/.local/share}
mkdir -p "$SHARE" "$HOME/.local/bin"
cp -R "$NEW/share/." "$SHARE/"
sed -i "s|^Exec=.*|Exec=\"$TARGET/gouji\" %F|" "$SHARE/applications/gouji.desktop"
ln -sf "$TARGET/gouji" "$HOME/.local/bin/gouji"
update-desktop-database "$SHARE/applications" 2>/dev/null || true
say "已安装年报勾稽校核 $VERSION${OLD:+（原为 $OLD）}：$TARGET"
say "从开始菜单打开，或在报告上点右键选“打开方式”。卸载：sh $TARGET/uninstall.sh"
if [ ! -t 2 ] && [ -z "$QUIET" ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    "$TARGET/gouji" >/dev/null 2>&1 &
fi
exit 0
