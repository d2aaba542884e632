#!/bin/sh
# Makes the Wine prefix $1: Windows 10, what Qt asks for and Wine 8 lacks, Chinese fonts. Then runs $2… in it, with
# an own virtual screen if there is none. What a program prints goes through a pipe: Wine loses a file as output.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export WINEPREFIX=$1 WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=" WINEARCH=win64
shift
xvfb=
if [ -z "${DISPLAY:-}" ]; then
    number=$((500 + $$ % 400))
    Xvfb ":$number" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
    xvfb=$!
    export DISPLAY=":$number"
fi
result=$(mktemp)
clean_up() {
    rm -f "$result"
    [ -z "$xvfb" ] || kill "$xvfb"
}
trap clean_up EXIT
if [ ! -f "$WINEPREFIX/ready" ]; then
    mkdir -p "$WINEPREFIX"
    wine wineboot -i >/dev/null 2>&1 | cat
    wine winecfg -v win10 >/dev/null 2>&1 | cat
    x86_64-w64-mingw32-gcc -shared -O1 -s -o "$WINEPREFIX/drive_c/uisettings.dll" "$here/uisettings.c"
    wine reg add 'HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\Windows.UI.ViewManagement.UISettings' \
        /v DllPath /d 'C:\uisettings.dll' /f >/dev/null 2>&1 | cat
    for name in SimSun Tahoma "MS Shell Dlg" "MS Shell Dlg 2" "Microsoft YaHei" "Microsoft YaHei UI"; do
        wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$name" /d 'WenQuanYi Zen Hei' /f \
            >/dev/null 2>&1 | cat
    done
    wineserver -w
    touch "$WINEPREFIX/ready"
fi
[ $# -gt 0 ] || exit 0
{
    code=0
    "$@" </dev/null 2>&1 || code=$?
    echo "$code" >"$result"
} | cat
exit "$(cat "$result")"
