"""Old documents on the command line: checked in memory, corrected and exported as docx or xlsx."""

import io
import json
from pathlib import Path

import pytest
from docx import Document

from core.batch.run import run
from core.batch.store import Store
from core.batch.terms import Terms
from core.cli import main
from core.files import open_report
from core.review import Review
from tests.documents import word
from tests.layouts import balanced
from tests.office import CONVERTS, calls, needs_scripts, old, suite, use

pytestmark = needs_scripts
WRONG = balanced() | {"challenges.later_suit.total": "99"}


@pytest.fixture
def program(tmp_path, monkeypatch) -> Path:
    made = suite(tmp_path / "suite", CONVERTS, {"docx": word(WRONG)})
    use(monkeypatch, made)
    return made


@pytest.fixture
def folder(tmp_path) -> Path:
    """Twelve old reports and a new one."""
    where = tmp_path / "各单位"
    where.mkdir()
    for number in range(12):
        (where / f"{number:02}局.doc").write_bytes(old(content=str(number).encode()))
    (where / "新局.docx").write_bytes(word(balanced()))
    return where


def told(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_check_tells_of_the_original_and_leaves_nothing_beside_it(program, folder, capsys):
    before = listing(folder)
    assert main(["check", "--json", str(folder / "00局.doc")]) == 1
    (record,) = told(capsys)
    assert (Path(record["file"]).name, record["format"], record["status"]) == ("00局.doc", "doc", "checked")
    assert record["cells"]["challenges.later_suit.total"]["text"] == "99"
    assert "challenges.sum.later_suit" in {finding["rule"] for finding in record["findings"]}
    assert any("已转换成 docx" in note for note in record["notes"])
    assert listing(folder) == before


def test_tables_that_are_not_there_after_converting_may_have_been_lost(program, folder, capsys):
    suite(program.parent, CONVERTS, {"docx": word_without_tables()})
    assert main(["check", "--json", str(folder / "00局.doc")]) == 2
    (record,) = told(capsys)
    assert record["status"] == "no_tables"
    assert any("是转换时丢了" in note for note in record["notes"])


def word_without_tables() -> bytes:
    made, document = io.BytesIO(), Document()
    document.add_paragraph("云岭市青禾区农业农村局2023年政府信息公开工作年度报告")
    document.save(made)
    return made.getvalue()


def test_a_folder_is_converted_in_groups_and_told_in_order(program, folder, capsys):
    before = listing(folder)
    assert main(["check", "--json", str(folder)]) == 1
    records = told(capsys)
    assert [Path(record["file"]).name for record in records] == before
    assert {record["status"] for record in records} == {"checked"}
    assert [record["format"] for record in records].count("doc") == 12
    assert len(calls(program)) == 2
    assert listing(folder) == before


def test_what_has_not_changed_is_not_converted_again(program, folder, capsys):
    main(["check", str(folder)])
    (folder / "03局.doc").write_bytes(old(content=b"changed"))
    capsys.readouterr()
    assert main(["check", "--json", str(folder)]) == 1
    assert {record["status"] for record in told(capsys)} == {"checked"}
    assert len(calls(program)) == 3


def test_without_a_suite_each_is_listed_with_the_reason_and_later_checked(
    program, folder, capsys, monkeypatch
):
    use(monkeypatch, None)
    assert main(["check", "--json", str(folder)]) == 2
    records = told(capsys)
    assert [record["status"] for record in records].count("unreadable") == 12
    assert all("没有能自动转换它的软件" in r["error"] for r in records if r["status"] == "unreadable")
    use(monkeypatch, program)
    assert main(["check", "--json", str(folder)]) == 1
    assert {record["status"] for record in told(capsys)} == {"checked"}


def test_an_old_document_named_as_a_new_one_is_refused(program, tmp_path, capsys):
    (tmp_path / "年报.docx").write_bytes(old())
    assert main(["check", str(tmp_path / "年报.docx")]) == 2
    assert "请把后缀改成 .doc 再打开" in capsys.readouterr().err
    assert calls(program) == []


def test_correcting_writes_a_docx(program, folder):
    source, target = folder / "00局.doc", folder.parent / "改好.docx"
    cell = "challenges.later_suit.total"
    assert main(["correct", str(source), "-o", str(target), "--set", f"{cell}=8", "--mark"]) == 0
    assert Review(open_report(target)).text(cell) == "8"
    assert source.read_bytes() == old(content=b"0")


@pytest.mark.parametrize("name", ["改好.doc", "改好.xlsx", "改好"])
def test_correcting_into_another_suffix_is_refused(program, folder, name, capsys):
    target = folder.parent / name
    assert main(["correct", str(folder / "00局.doc"), "-o", str(target)]) == 2
    assert "请以 .docx 结尾" in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("name", ["新.docx", "新.xlsx", "核对.html"])
def test_exporting_takes_old_documents(program, folder, name):
    assert main(["export", str(folder / "00局.doc"), "-o", str(folder.parent / name)]) == 0
    assert (folder.parent / name).stat().st_size > 0


def test_last_years_report_may_be_an_old_one(program, folder, tmp_path, capsys):
    last = tmp_path / "上年"
    last.mkdir()
    suite(program.parent, CONVERTS, {"docx": word(balanced(), year=2022)})
    (last / "2022年报.doc").write_bytes(old())
    main(["check", "--json", "--last-year", str(last / "2022年报.doc"), str(folder / "新局.docx")])
    (record,) = told(capsys)
    assert any(finding["area"] == "history" for finding in record["findings"])


def test_the_converted_copy_in_the_folder_stands_for_the_original_in_sums(program, folder, tmp_path):
    from openpyxl import load_workbook

    for path in folder.glob("*.doc"):
        path.with_suffix(".docx").write_bytes(word(balanced()))
    target = tmp_path / "汇总.xlsx"
    main(["check", str(folder), "--summary", str(target)])
    once = _totals(load_workbook(target))
    assert once
    for path in folder.glob("*.doc"):
        path.unlink()
    main(["check", str(folder), "--summary", str(target)])
    assert _totals(load_workbook(target)) == once


def _totals(book) -> list[tuple]:
    return [
        row
        for sheet in book.worksheets
        if "合计" in sheet.title or "汇总" in sheet.title
        for row in sheet.values
    ]


def test_a_run_that_is_stopped_ends_the_suite_and_tells_of_what_needs_none(folder, tmp_path, monkeypatch):
    use(monkeypatch, suite(tmp_path / "hung", "(here / 'begun').touch(); time.sleep(60)"))
    begun = tmp_path / "hung" / "begun"
    rows = list(
        run(sorted(folder.iterdir()), Terms().sealed(), Store(tmp_path / "s"), cancelled=begun.exists)
    )
    assert [row.path.name for row in rows] == ["新局.docx"]


def test_processes_leave_old_documents_to_the_one_that_converts(program, folder, tmp_path):
    for number in range(30):
        (folder / f"新{number:02}局.docx").write_bytes(word(balanced()))
    paths = sorted(folder.iterdir())
    rows = list(run(paths, Terms().sealed(), Store(tmp_path / "s"), jobs=2))
    assert sorted(row.path for row in rows) == paths
    assert {row.state for row in rows} == {"checked"}
    assert {row.waits for row in rows} == {""}
    assert len(calls(program)) == 2
