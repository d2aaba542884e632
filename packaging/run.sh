#!/bin/sh
# Sets everything up and opens the window with a sample report in it; without a screen it only checks that
# the window opens.
set -eu
cd "$(dirname "$0")/.."
sh packaging/setup.sh
if [ $# -eq 0 ]; then
    set -- resources/samples/*有错*.docx
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/gouji "$@"
fi
exec .venv/bin/gouji --offscreen-check "$@"
