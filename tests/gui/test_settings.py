"""Settings: typed, with defaults, robust against what others wrote into the file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from gui.settings import GEOMETRY, OPTIONS, RECENT, RECENT_LIMIT, SCHEME, ZOOM, Settings


@pytest.fixture
def store(tmp_path):
    return QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)


def test_each_option_is_declared_once_with_a_meaning():
    keys = [option.key for option in OPTIONS]
    assert len(keys) == len(set(keys))
    assert all(option.meaning for option in OPTIONS)
    assert all(not option.choices or option.default in option.choices for option in OPTIONS)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.key)
def test_defaults_have_their_type(store, option):
    value = Settings(store).get(option)
    assert value == option.default
    assert type(value) is type(option.default)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        (ZOOM, 120),
        (SCHEME, "dark"),
        (GEOMETRY, QByteArray(b"\x01\x02")),
        (RECENT, ("一份.txt",)),
        (RECENT, ("甲,乙.txt", "丙.txt")),
        (RECENT, ()),
    ],
)
def test_what_is_set_is_there_after_a_restart(store, tmp_path, option, value):
    Settings(store).set(option, value)
    store.sync()
    again = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    assert Settings(again).get(option) == value


def test_nonsense_in_the_file_counts_as_the_default(store):
    store.setValue(SCHEME.key, "purple")
    store.setValue(ZOOM.key, "abc")
    store.setValue(RECENT.key, "只有一份.txt")
    settings = Settings(store)
    assert settings.get(SCHEME) == "system"
    assert settings.get(ZOOM) == ZOOM.default
    assert settings.recent == (Path("只有一份.txt"),)


def test_recent_files_newest_first_each_once_and_not_too_many(store):
    settings = Settings(store)
    for number in range(RECENT_LIMIT + 3):
        settings.remember(Path(f"/tmp/{number}.txt"))
    settings.remember(Path("/tmp/5.txt"))
    assert settings.recent[0] == Path("/tmp/5.txt")
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_LIMIT
    settings.forget(Path("/tmp/5.txt"))
    assert Path("/tmp/5.txt") not in settings.recent
