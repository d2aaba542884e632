"""The command line as scripts rely on it: exit codes, JSON Lines, untouched originals."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core.cli import main
from tests.documents import word
from tests.layouts import balanced, report

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "好.txt"
    path.write_text(report("pipes_padded", balanced()), encoding="utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "错.txt"
    numbers = balanced() | {"challenges.later_suit.total": "99"}
    path.write_text(report("cell_with_pipe", numbers), encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04 cut off")
    return path


def test_exit_codes_tell_clean_wrong_and_unreadable(good, wrong, bad):
    assert main(["check", str(good)]) == 0
    assert main(["check", str(good), str(wrong)]) == 1
    assert main(["check", str(bad), str(wrong), str(good)]) == 2


def test_json_is_one_object_a_file_in_the_order_given(good, wrong, bad, capsys):
    assert main(["check", "--json", str(wrong), str(bad), str(good)]) == 2
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [Path(line["file"]).name for line in lines] == ["错.txt", "坏.docx", "好.txt"]
    assert [line["status"] for line in lines] == ["checked", "unreadable", "checked"]
    assert "损坏" in lines[1]["error"]


def test_json_holds_what_the_interface_names(wrong, capsys):
    main(["check", "--json", str(wrong)])
    data = json.loads(capsys.readouterr().out)
    assert (data["format"], data["edition"], data["year"]) == ("txt", "2021", 2023)
    assert data["unit"] == "云岭市青禾区农业农村局"
    assert data["cells"]["challenges.later_suit.total"] == {"text": "99", "value": 99}
    finding = data["findings"][0]
    assert finding["rule"] == "challenges.sum.later_suit"
    assert (finding["severity"], finding["area"]) == ("error", "table")
    assert (finding["expected"], finding["found"]) == ("14", "99")
    assert finding["cells"][0] == "challenges.later_suit.total"
    assert finding["message"].startswith("表四“复议后起诉”")


def test_a_blank_form_is_checked_but_not_clean(tmp_path, capsys):
    path = tmp_path / "空表.docx"
    path.write_bytes(word(dict.fromkeys(balanced(), "")))
    assert main(["check", "--json", str(path)]) == 2
    shown = capsys.readouterr()
    data = json.loads(shown.out)
    assert data["status"] == "checked"
    assert {cell["value"] for cell in data["cells"].values()} == {None}
    assert "空白" in shown.err


def test_a_text_without_tables_has_the_status_no_tables(tmp_path, capsys):
    path = tmp_path / "通知.txt"
    path.write_text("关于做好年度报告编制工作的通知\n请各单位按时报送。\n", encoding="utf-8")
    assert main(["check", "--json", str(path)]) == 2
    shown = capsys.readouterr()
    assert json.loads(shown.out)["status"] == "no_tables"
    assert "没有找到法定表格" in shown.err


def test_a_folder_is_searched_and_sorted(good, wrong, capsys):
    main(["check", "--json", str(good.parent)])
    files = [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()]
    assert files == sorted(files)
    assert len(files) == 2


def test_an_empty_folder_is_said(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 2
    assert "没有报告" in capsys.readouterr().err


def test_correct_writes_a_copy_and_leaves_the_original(wrong, tmp_path):
    before = wrong.read_bytes()
    target = tmp_path / "改好.txt"
    assert main(["correct", str(wrong), "-o", str(target), "--set", "challenges.later_suit.total=14"]) == 0
    assert wrong.read_bytes() == before
    assert main(["check", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == wrong.read_text(encoding="utf-8").replace("99", "14")


def test_correct_refuses_the_original_and_unknown_cells(wrong, tmp_path, capsys):
    before = wrong.read_bytes()
    assert main(["correct", str(wrong), "-o", str(wrong), "--set", "challenges.later_suit.total=14"]) == 2
    assert main(["correct", str(wrong), "-o", str(tmp_path / "x.txt"), "--set", "no.such.cell=1"]) == 2
    assert main(["correct", str(wrong), "-o", str(tmp_path / "x.txt"), "--set", "没有等号"]) == 2
    assert wrong.read_bytes() == before
    assert not (tmp_path / "x.txt").exists()
    assert "没有“no.such.cell”" in capsys.readouterr().err


def test_text_for_people_goes_to_standard_output(wrong, capsys):
    main(["check", str(wrong)])
    shown = capsys.readouterr()
    assert "必改 1 处" in shown.out
    assert shown.err == ""


def test_the_command_line_runs_without_qt(good):
    """``core`` must run where Qt is not installed: every Qt import is made to fail."""
    code = (
        "import sys; sys.modules['PySide6'] = None; sys.modules['shiboken6'] = None\n"
        f"from core.cli import main; sys.exit(main(['check', {str(good)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
