"""The settings outlive a sudden end of the program: as they were before or after, never neither."""

import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QSettings

from gui.settings import RECENT, RECENT_LIMIT, ZOOM, Settings

_WRITE = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from gui.settings import ZOOM, Settings
store = QSettings(sys.argv[1], QSettings.Format.IniFormat)
settings = Settings(store)
for number in range(100_000):
    settings.set(ZOOM, 50 + number % 2 * 100)
    settings.remember(Path(f"/报告/{number % 2 * 'x' * 500}{number % 40}.docx"))
    store.sync()
    if number == 0:
        print(flush=True)
"""


@pytest.mark.parametrize("after", [0.0, 0.003, 0.011, 0.026, 0.052])
def test_killed_while_settings_are_written(tmp_path, after):
    path = tmp_path / "settings.ini"
    writing = subprocess.Popen([sys.executable, "-c", _WRITE, str(path)], stdout=subprocess.PIPE)
    assert writing.stdout is not None
    writing.stdout.readline()
    time.sleep(after)
    writing.kill()
    writing.communicate()
    store = QSettings(str(path), QSettings.Format.IniFormat)
    found = Settings(store)
    assert store.status() == QSettings.Status.NoError
    assert found.get(ZOOM) in (50, 150)
    assert 1 <= len(found.get(RECENT)) <= RECENT_LIMIT
    assert all(name.endswith(".docx") for name in found.get(RECENT))
    found.set(ZOOM, 70)
    store.sync()
    assert Settings(QSettings(str(path), QSettings.Format.IniFormat)).get(ZOOM) == 70
