#!/bin/sh
# Sets everything up and runs all checks and tests; further arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."
sh packaging/setup.sh
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/lint-imports
exec .venv/bin/python -m pytest -n "${GOUJI_TEST_PROCESSES:-2}" "$@"
