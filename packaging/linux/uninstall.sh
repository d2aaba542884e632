#!/bin/sh
# Removes 年报勾稽校核 that was installed for one user; reports and settings stay.
set -eu
TARGET=$(cd "$(dirname "$0")" && pwd)
[ -f "$TARGET/VERSION" ] || exit 1
@RUNNING@
if is_running "$TARGET"; then
    echo "年报勾稽校核正在运行，没有卸载。请保存并关闭它的窗口，再卸载一次。" >&2
    exit 1
fi
SHARE=${XDG_DATA_HOME:-$HOME/.local/share}
rm -f "$SHARE/applications/gouji.desktop"
find "$SHARE/icons/hicolor" -path '*/apps/gouji.*' -delete 2>/dev/null || true
[ "$(readlink "$HOME/.local/bin/gouji" 2>/dev/null)" != "$TARGET/gouji" ] || rm -f "$HOME/.local/bin/gouji"
update-desktop-database "$SHARE/applications" 2>/dev/null || true
rm -rf "$TARGET"
echo "已卸载年报勾稽校核。您的报告和设置没有动。" >&2
