"""``gouji --selftest``: says of each thing whether it works, and fails where something is missing."""

import os
import subprocess
import sys

import pytest

from core.resources import ROOT
from gui import selftest


def test_where_everything_is_there_it_passes(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "gui", "--selftest"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)},
        cwd=ROOT.parent,
        timeout=120,
    )
    lines = run.stdout.splitlines()
    assert [line.split("：")[0] for line in lines[1:-1]] == [f"通过  {name}" for name in selftest.CHECKS]
    assert (run.returncode, lines[-1]) == (0, "自检通过")


def test_what_is_missing_is_named(monkeypatch, tmp_path, capsys):
    (tmp_path / "forms").mkdir()
    monkeypatch.setattr(selftest, "ROOT", tmp_path)
    assert not selftest._passes("数据", selftest.CHECKS["数据"])
    assert capsys.readouterr().out == "失败  数据：缺少 resources/forms\n"


def test_samples_that_cannot_be_written_back_fail(monkeypatch, capsys):
    monkeypatch.setattr(selftest, "_CELL", "没有这一格")
    assert not selftest._passes("改写示例报告", selftest.CHECKS["改写示例报告"])
    assert capsys.readouterr().out.startswith("失败  改写示例报告：")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig is of Linux")
def test_a_system_without_a_chinese_font_is_told_so(tmp_path):
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    code = "from gui import selftest, app\nkeep = app.set_up()\nselftest._passes('字体', selftest._fonts)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")},
        cwd=ROOT.parent,
        timeout=60,
    )
    assert run.stdout.startswith("失败  字体：系统里没有中文字体")


def test_a_format_that_is_not_read_as_written_is_named(monkeypatch, capsys):
    monkeypatch.setattr(selftest, "written_as", lambda _review: {"pdf": b"%PDF-1.7\n"})
    assert not selftest._passes("读入", selftest._readings)
    assert capsys.readouterr().out.startswith("失败  读入：")


def test_no_office_suite_is_said_but_is_no_failure(monkeypatch, capsys):
    monkeypatch.setenv("GOUJI_OFFICE", "")
    assert selftest._passes("办公软件", selftest._office)
    assert capsys.readouterr().out.startswith("通过  办公软件：没有找到")
