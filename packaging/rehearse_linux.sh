#!/bin/sh
# Rehearses what a clerk's computer goes through, on this machine, as root, Debian or Ubuntu:
# the .deb installed with what it depends on, used without and with a screen by an ordinary user, removed without
# rest; then the installer that needs no administrator. Builds them first unless they lie in dist/.
#   sh packaging/rehearse_linux.sh [folder for the screenshots]
set -eu
cd "$(dirname "$0")/.."
root=$(pwd)
pictures=${1:-build/rehearsal}
mkdir -p "$pictures"
pictures=$(cd "$pictures" && pwd)
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' core/__init__.py)
deb=$root/dist/gouji_${version}_amd64.deb
run=$root/dist/gouji-${version}-linux-x86_64.run
screen=:$((90 + $$ % 400))

say() { printf '== %s\n' "$*"; }
fail() {
    printf '失败：%s\n' "$*" >&2
    exit 1
}

[ -f "$deb" ] && [ -f "$run" ] || .venv/bin/python packaging/build.py linux --fast
sh packaging/tools.sh xvfb xdotool imagemagick util-linux

# an ordinary user who owns nothing but this home, so that the system itself keeps the program inside it
user=64123
work=$(mktemp -d)
home="$work/家 目录"
mkdir -p "$home/年报 核对"
cp resources/samples/*有错*.docx "$home/年报 核对/甲 单位（有错）.docx"
cp resources/samples/*.xlsx "$home/年报 核对/乙 单位.xlsx"
mkdir "$home/别的"
chmod 755 "$work"
chown -R $user:$user "$home"
before=$(sha256sum "$home"/年报*/* | sha256sum)
Xvfb "$screen" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
xvfb=$!
clean_up() {
    kill "$xvfb" 2>/dev/null || true
    rm -rf "$work"
}
trap clean_up EXIT
as_user() {
    (cd "$home" && setpriv --reuid $user --regid $user --clear-groups \
        env -i HOME="$home" PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY="$screen" "$@")
}
windows() { DISPLAY=$screen xdotool search --onlyvisible --class '^gouji$' 2>/dev/null | wc -l; }
title() { DISPLAY=$screen xdotool search --onlyvisible --class '^gouji$' getwindowname 2>/dev/null | head -n 1; }
wait_for_title() {
    for _ in $(seq 450); do
        case $(title) in *"$1"*) return 0 ;; esac
        sleep 0.2
    done
    fail "没有等到标题含“$1”的窗口（现在是“$(title)”）"
}
close_window() {
    DISPLAY=$screen xdotool key ctrl+q
    for _ in $(seq 50); do
        pgrep -U $user >/dev/null || return 0
        sleep 0.2
    done
    fail "窗口没有关闭，或关闭以后程序没有结束"
}
picture() { DISPLAY=$screen import -window root "$pictures/$1.png"; }

# $1: the program; used without and with a screen
use() {
    as_user "$1" --version | grep -q "gouji $version" || fail "版本"
    as_user env -u DISPLAY "$1" --selftest || fail "自检"
    code=0
    as_user env -u DISPLAY "$1" check --json "年报 核对" >"$work/found.jsonl" || code=$?
    [ "$code" = 1 ] || fail "check 的退出码是 $code"
    [ "$(wc -l <"$work/found.jsonl")" = 2 ] || fail "check 应有两行"
    code=0
    said=$(as_user env -u DISPLAY "$1" 2>&1) || code=$?
    [ "$code" = 2 ] || fail "没有屏幕时退出码是 $code：$said"
    as_user "$1" "年报 核对/甲 单位（有错）.docx" &
    wait_for_title "甲 单位（有错）"
    sleep 3
    picture "$2"
    as_user "$1" "年报 核对/乙 单位.xlsx" || fail "第二次启动"
    wait_for_title "乙 单位"
    as_user "$1" export "年报 核对/乙 单位.xlsx" -o "别的/丙 单位.pdf" || fail "导出 PDF"
    as_user "$1" "别的/丙 单位.pdf" || fail "打开 PDF"
    wait_for_title "丙 单位"
    [ "$(windows)" = 1 ] || fail "开了 $(windows) 个窗口"
}

say "安装 $deb"
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$deb" >/dev/null
say "使用"
use gouji deb
say "运行时不卸载"
! dpkg --remove gouji >/dev/null 2>&1 || fail "运行时卸载了"
close_window
say "再装一次（升级），卸载"
dpkg -i "$deb" >/dev/null
apt-get purge -y -qq gouji >/dev/null
rest=$(find /usr /etc /var/lib/gouji /opt -xdev -iname '*gouji*' 2>/dev/null || true)
[ -z "$rest" ] || fail "卸载后还剩：$rest"

say "免管理员安装 $run"
as_user sh "$run" --quiet --target "$home/软件 夹/gouji"
say "使用"
use "$home/软件 夹/gouji/gouji" run
say "运行时不更新、不卸载"
! as_user sh "$run" --quiet --target "$home/软件 夹/gouji" 2>/dev/null || fail "运行时更新了"
! as_user sh "$home/软件 夹/gouji/uninstall.sh" 2>/dev/null || fail "运行时卸载了"
close_window
say "更新；不装坏的、不装回旧的"
as_user sh "$run" --quiet --target "$home/软件 夹/gouji"
head -c 9000000 "$run" >"$work/broken.run"
! as_user sh "$work/broken.run" --quiet --target "$home/坏" 2>/dev/null || fail "装了坏的安装包"
[ ! -e "$home/坏" ] || fail "失败的安装留下了文件夹"
echo 99.0 >"$home/软件 夹/gouji/VERSION"
! as_user sh "$run" --quiet --target "$home/软件 夹/gouji" 2>/dev/null || fail "装回了旧版本"
say "卸载"
as_user sh "$home/软件 夹/gouji/uninstall.sh"
rest=$(find "$home" -iname '*gouji*' -not -path '*/.config/*' -not -path '*/.cache/*' -not -path '*/share/gouji*')
[ -z "$rest" ] || fail "卸载后还剩：$rest"

say "报告没有变，别处什么都没写"
[ "$(sha256sum "$home"/年报*/* | sha256sum)" = "$before" ] || fail "报告变了"
rest=$(find / -xdev -user $user -not -path "$work/*" -not -path '/proc/*' 2>/dev/null || true)
[ -z "$rest" ] || fail "用户文件夹以外有：$rest"
say "全部通过；截图在 $pictures"
