"""Finds the data files that ship beside the code, in a checkout and in a frozen program alike."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "resources"
"""The ``resources`` folder; data only."""
