"""Small folders for the batch window: a few units, some with a slip, some that cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.batch.window import BatchWindow
from gui.window.main_window import MainWindow
from tests.gui.batch.listed import OFFICES, UNITS, WRONG, finish


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch) -> None:
    monkeypatch.setenv("GOUJI_CACHE", str(tmp_path_factory.mktemp("checked")))


@pytest.fixture
def folder(tmp_path: Path, reports: Callable[..., Path]) -> Path:
    """Four units, two of them with a slip, and a file that says nothing."""
    where = tmp_path / "各单位"
    where.mkdir()
    for unit, office in zip(UNITS, OFFICES, strict=True):
        reports(f"{office}.txt", slip=unit in WRONG, folder=where, unit=unit)
    (where / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    return where


@pytest.fixture
def checked(window: MainWindow, folder: Path, qtbot: QtBot) -> BatchWindow:
    """The batch window after a run over ``folder``."""
    window.open_files([folder])
    assert window.batching.window is not None
    return finish(window.batching.window, qtbot)
