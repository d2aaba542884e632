#!/bin/sh
# Rehearses on this machine, under Wine 8, what a clerk's Windows goes through: silent installation, self-test,
# a report from a Chinese path with spaces, a second start, refusals, upgrade, pages of the installer, removal.
# Builds first unless the installer lies in dist/. As root on Debian it installs the tools it lacks.
#   sh packaging/rehearse_windows.sh [folder for the screenshots]
set -eu
cd "$(dirname "$0")/.."
root=$(pwd)
pictures=${1:-build/rehearsal}
mkdir -p "$pictures"
pictures=$(cd "$pictures" && pwd)
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' core/__init__.py)
setup=$root/dist/gouji-${version}-windows-x64-setup.exe

say() { printf '== %s\n' "$*"; }
fail() {
    printf '失败：%s\n' "$*" >&2
    exit 1
}

sh packaging/tools.sh wine64 wine xvfb xdotool imagemagick nsis gcc-mingw-w64-x86-64 fonts-wqy-zenhei locales
locale -a | grep -qi '^zh_CN.utf-\?8$' || localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
[ -f "$setup" ] || .venv/bin/python packaging/build.py windows --fast

work=$(mktemp -d)
export HOME="$work/home" # Wine puts the desktop there
mkdir "$HOME"
export LC_ALL=zh_CN.UTF-8 WINEPREFIX="$work/prefix" WINEDEBUG=-all
export WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe="
DISPLAY=:$((500 + $$ % 400))
export DISPLAY
Xvfb "$DISPLAY" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
xvfb=$!
clean_up() {
    wineserver -k 2>/dev/null || true
    kill "$xvfb" 2>/dev/null || true
    rm -rf "$work"
}
trap clean_up EXIT

# runs a program under Wine; what it prints goes to $work/said, its exit code is in $code
on_windows() {
    { timeout 120 wine "$@" 2>&1 </dev/null || echo "$?" >"$work/code.new"; } | cat >"$work/said"
    code=$(cat "$work/code.new" 2>/dev/null || echo 0)
    rm -f "$work/code.new"
}
expect() {
    [ "$code" = "$1" ] || fail "$2：退出码 $code，应为 $1。$(cat "$work/said")"
}
windows() { xdotool search --onlyvisible --name '年报勾稽校核' 2>/dev/null | wc -l; }
wait_for_title() {
    for _ in $(seq 450); do
        [ -z "$(xdotool search --onlyvisible --name "$1" 2>/dev/null)" ] || return 0
        sleep 0.2
    done
    import -window root "$pictures/windows-failed.png"
    fail "没有等到标题含“$1”的窗口"
}

say "准备 Windows 10"
sh packaging/windows/wine.sh "$WINEPREFIX"
profile=$(echo "$WINEPREFIX"/drive_c/users/*/AppData/Local)
home=$(dirname "$(dirname "$profile")")
program=$profile/Programs/gouji
# a Chinese font as a file, for the PDF; among Windows' own it would hide the system's from Wine
mkdir -p "$profile/Microsoft/Windows/Fonts"
cp /usr/share/fonts/truetype/wqy/wqy-zenhei.ttc "$profile/Microsoft/Windows/Fonts/"
mkdir -p "$home/年报 核对" "$home/别的"
cp resources/samples/*有错*.docx "$home/年报 核对/甲 单位（有错）.docx"
cp resources/samples/*.xlsx "$home/年报 核对/乙 单位.xlsx"
before=$(sha256sum "$home"/年报*/* | sha256sum)

say "静默安装"
on_windows "$setup" /S
expect 0 "安装"
for entry in gouji.exe gouji.com uninstall.exe lib/resources/manual/index.html licences/说明.txt; do
    [ -f "$program/$entry" ] || fail "没有装上 $entry"
done
[ -f "$home/Desktop/年报勾稽校核.lnk" ] || fail "没有桌面快捷方式"

say "自检、命令行"
on_windows "$program/gouji.com" --selftest
cat "$work/said"
expect 0 "自检"
on_windows "$program/gouji.exe" --selftest
expect 0 "窗口程序自检"
on_windows "$program/gouji.com" check --json "$home/年报 核对"
expect 1 "check"
[ "$(grep -c '"file"' "$work/said")" = 2 ] || fail "check 应有两行"

say "打开中文路径里的报告；第二次启动交给已开的窗口"
wine "$program/gouji.exe" "$home/年报 核对/甲 单位（有错）.docx" 2>&1 </dev/null | cat >/dev/null &
wait_for_title "甲 单位（有错）"
sleep 3
import -window root "$pictures/windows.png"
on_windows "$program/gouji.exe" "$home/年报 核对/乙 单位.xlsx"
expect 0 "第二次启动"
wait_for_title "乙 单位"
on_windows "$program/gouji.com" export "$home/年报 核对/乙 单位.xlsx" -o "$home/别的/丙 单位.pdf"
expect 0 "导出 PDF"
on_windows "$program/gouji.exe" "$home/别的/丙 单位.pdf"
expect 0 "打开 PDF"
wait_for_title "丙 单位"
[ "$(windows)" = 1 ] || fail "开了 $(windows) 个窗口"

say "运行时不更新、不卸载"
on_windows "$setup" /S
expect 5 "运行时安装"
inside="_?=C:\\users\\$(basename "$home")\\AppData\\Local\\Programs\\gouji"
on_windows "$program/uninstall.exe" /S "$inside"
expect 5 "运行时卸载"
xdotool search --onlyvisible --name '年报勾稽校核' windowfocus >/dev/null 2>&1 || true
xdotool key ctrl+q
for _ in $(seq 50); do
    [ "$(windows)" != 0 ] || break
    sleep 0.2
done
[ "$(windows)" = 0 ] || fail "窗口没有关闭"
sleep 1

say "升级：换掉旧文件"
touch "$program/lib/旧版本的文件"
on_windows "$setup" /S
expect 0 "升级"
[ ! -e "$program/lib/旧版本的文件" ] || fail "旧文件还在"
[ ! -e "$program/~new" ] || fail "临时文件夹还在"

say "不装回旧版本、不占别人的文件夹、不装在旧 Windows 上"
uninstall_key='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\gouji'
on_windows reg add "$uninstall_key" /v DisplayVersion /d 99.0 /f
on_windows "$setup" /S
expect 6 "装回旧版本"
on_windows "$setup" /S /FORCE
expect 0 "强制装回旧版本"
mkdir -p "$WINEPREFIX/drive_c/别人的"
echo 1 >"$WINEPREFIX/drive_c/别人的/文件.txt"
on_windows "$setup" /S '/D=C:\别人的'
expect 8 "别人的文件夹"
[ "$(ls "$WINEPREFIX/drive_c/别人的")" = 文件.txt ] || fail "动了别人的文件夹"
on_windows winecfg -v win81
on_windows "$setup" /S
expect 4 "旧 Windows"
on_windows winecfg -v win10

say "安装程序的页面"
wine "$setup" 2>&1 </dev/null | cat >/dev/null &
wait_for_title "安装"
sleep 2
import -window root "$pictures/windows-setup.png"
xdotool key alt+n
sleep 2
import -window root "$pictures/windows-setup-folder.png"
xdotool key Escape
sleep 1
xdotool key Return
sleep 1

say "卸载"
on_windows "$program/uninstall.exe" /S "$inside"
expect 0 "卸载"
rm -f "$program/uninstall.exe"
rmdir "$program" || fail "卸载后还剩：$(ls "$program")"
rest=$(find -L "$home" -name '*勾稽*')
[ -z "$rest" ] || fail "卸载后还剩：$rest"
on_windows reg query 'HKCU\Software\Classes' /s /f gouji
! grep -qi 'gouji' "$work/said" || fail "注册表里还有：$(cat "$work/said")"
on_windows reg query "$uninstall_key"
[ "$code" != 0 ] || fail "注册表里还有卸载项"

say "便携版：解压到带空格的中文文件夹"
mkdir -p "$WINEPREFIX/drive_c/便携 版"
.venv/bin/python -m zipfile -e "dist/gouji-${version}-windows-x64-portable.zip" "$WINEPREFIX/drive_c/便携 版"
on_windows "$WINEPREFIX/drive_c/便携 版/gouji-$version/gouji.com" --selftest
expect 0 "便携版自检"

[ "$(sha256sum "$home"/年报*/* | sha256sum)" = "$before" ] || fail "报告变了"
say "全部通过；截图在 $pictures"
