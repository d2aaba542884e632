"""The command ``gouji``: which way it goes, and what it says where no window can be."""

import logging
import os
import subprocess
import sys

import pytest

from core.checks import made
from core.resources import ROOT
from gui import crash, entry


def _run(*arguments, **environment):
    kept = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DISPLAY")}
    kept.pop("WAYLAND_DISPLAY", None)
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=kept | {"PYTHONUTF8": "1"} | environment,
        cwd=ROOT.parent,
        timeout=60,
    )


def test_the_command_line_never_imports_qt(reports):
    code = (
        "import sys\nfrom gui.entry import main\n"
        f"code = main(['check', {str(reports())!r}])\n"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))]\nsys.exit(code)"
    )
    run = _run("-c", code)
    assert run.returncode == 1, run.stderr
    assert "必改" in run.stdout


def test_version_and_help_need_no_window():
    run = _run("-m", "gui", "--version")
    assert run.returncode == 0
    assert run.stdout.startswith("gouji ")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux runs without a display")
def test_without_a_display_it_says_so_and_names_the_way_out():
    run = _run("-m", "gui")
    assert run.returncode == 2
    assert "DISPLAY" in run.stderr
    assert "gouji check" in run.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 only")
def test_a_dead_display_is_noticed_before_qt_gives_up():
    run = _run("-m", "gui", DISPLAY=":4711")
    assert run.returncode == 2
    assert ":4711" in run.stderr


def test_without_pyside_it_says_so(tmp_path):
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libEGL.so.1 missing')")
    run = _run("-m", "gui", PYTHONPATH=str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert run.returncode == 2
    assert "libEGL.so.1" in run.stderr
    assert "gouji check" in run.stderr


def test_a_remote_display_is_believed():
    assert entry._answers("elsewhere:10.0")
    assert not entry._answers(":4711")


def test_the_check_for_the_set_up_script_tells_unreadable_files(reports, tmp_path):
    run = _run(
        "-m", "gui", "--offscreen-check", str(reports()), str(tmp_path / "没有.txt"), HOME=str(tmp_path)
    )
    assert run.returncode == 2
    assert run.stdout.count("\n") == 1
    assert "没有.txt" in run.stderr


def test_an_unforeseen_exception_is_logged_and_shown_once(tmp_path, monkeypatch, qapp):
    monkeypatch.setattr(crash, "log_file", lambda: tmp_path / "logs" / "gouji.log")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown = []

    def show(text, advice, details):
        shown.append((text, advice, details))
        sys.excepthook(ValueError, ValueError("while showing"), None)

    handlers = list(crash._LOG.handlers)
    crash.install(show)
    try:
        sys.excepthook(KeyError, KeyError("秘密"), None)
    finally:
        for handler in set(crash._LOG.handlers) - set(handlers):
            handler.close()
            crash._LOG.removeHandler(handler)
    assert len(shown) == 1
    assert "秘密" in shown[0][2]
    log = (tmp_path / "logs" / "gouji.log").read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "ValueError" in log
    assert "秘密" not in log


def test_the_log_says_where_a_check_failed_and_quotes_no_report(tmp_path, monkeypatch):
    monkeypatch.setattr(crash, "log_file", lambda: tmp_path / "gouji.log")
    handler = crash._log_handler()
    logger = logging.getLogger("gouji")
    logger.addHandler(handler)

    quoted = "云岭市青禾区的内容"

    def broken(_subject):
        raise ValueError(quoted)

    try:
        assert [finding.rule for finding in made([broken], None)] == ["check.failed"]
    finally:
        logger.removeHandler(handler)
        handler.close()
    said = (tmp_path / "gouji.log").read_text(encoding="utf-8")
    assert "ValueError" in said
    assert "test_entry.py" in said
    assert quoted not in said
