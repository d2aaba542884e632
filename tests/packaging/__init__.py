"""Tests of what builds the installers; the heavy part is rehearsed by packaging/rehearse_*.sh."""

import sys
from pathlib import Path

_PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path[:0] = [str(_PACKAGING), str(_PACKAGING / "linux"), str(_PACKAGING / "windows")]
