"""F3 on the way to the disk: nothing but the corrected places may differ, whatever an encoder has done."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from core import files
from core.errors import MarkError, SaveError
from core.formats import docx, text, xlsx
from core.formats.package import Package
from core.marks import Marks
from core.tables import Correction, Paragraph, RawCell
from tests.core.formats.test_docx_package import made, paragraph, plain, row, run, table
from tests.data.xlsx_package import formula, number, rows, workbook

LINES = "关于年报的说明\n规章|0|12\n合计|0|12\n其他|7\n"
WORD = made(paragraph(run("新收12件")) + table(row(plain("规章"), plain("12"))) + paragraph(run("结转3件")))
BOOK = workbook(rows(number("A1", 1) + number("B1", 2) + formula("C1", "A1+B1", "3")))


def opened(data: bytes, suffix: str = "txt") -> files.Report:
    return files.from_bytes(data, Path(f"年报.{suffix}"))


def cell(report: files.Report, content: str, nth: int = 0) -> RawCell:
    return [c for t in report.document.tables for c in t.cells if c.text == content][nth]


def refuse(report: files.Report, data: bytes, *corrections: Correction, why: str) -> None:
    with pytest.raises(SaveError, match=rf"^保存前的复核没有通过（{why}.*），为保护文件没有写入任何内容"):
        files._verify(report, data, corrections)


def test_what_was_asked_for_passes():
    report = opened(LINES.encode())
    corrections = (Correction(cell(report, "12"), "13"), Correction(cell(report, "7"), " 8 "))
    files._verify(report, LINES.replace("12", "13", 1).replace("7", "8").encode(), corrections)


def test_another_number_that_changes_too_is_refused():
    report = opened(LINES.encode())
    wanted = Correction(cell(report, "12"), "13")
    refuse(report, LINES.replace("12", "13").encode(), wanted, why="“12”会变成“13”")


def test_a_number_that_does_not_change_is_refused():
    report = opened(LINES.encode())
    refuse(report, LINES.encode(), Correction(cell(report, "12"), "13"), why="“12”会变成“12”")


def test_a_number_that_becomes_another_one_is_refused():
    report = opened(LINES.encode())
    wanted = Correction(cell(report, "12"), "13")
    refuse(report, LINES.replace("12", "31", 1).encode(), wanted, why="“12”会变成“31”")


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (LINES.replace("其他|7\n", ""), "别的内容会跟着变"),
        (LINES + "又一行\n", "别的内容会跟着变"),
        (LINES.replace("规章", "\n规章"), "“规章”会变成“规章”"),
        (LINES.replace("|7", "||7"), "“7”会变成“”"),
        (LINES.replace("7", "7|"), "别的内容会跟着变"),
    ],
    ids=["a lost line", "a new line", "a row further down", "a column further on", "a new cell"],
)
def test_lines_and_cells_that_come_go_or_move_are_refused(after, why):
    report = opened(LINES.encode())
    wanted = Correction(cell(report, "12"), "13")
    refuse(report, after.replace("12", "13", 1).encode(), wanted, why=why)


def test_bytes_that_cannot_be_read_again_are_refused():
    report = opened(WORD, "docx")
    wanted = Correction(cell(report, "12"), "13")
    refuse(report, WORD[:-30], wanted, why="重新读取失败：文件已损坏")


def test_a_paragraph_that_changes_too_is_refused():
    report = opened(WORD, "docx")
    wanted = Correction(cell(report, "12"), "13")
    first, last = (b for b in report.document.blocks if isinstance(b, Paragraph))
    for other in (Correction(first.as_cell(), "新收13件"), Correction(last.as_cell(), "结转4件")):
        refuse(report, docx.encode(report.document, (wanted, other)), wanted, why="别的内容会跟着变")
    files._verify(report, docx.encode(report.document, (wanted,)), (wanted,))


def test_a_paragraph_is_verified_like_a_cell():
    report = opened(WORD, "docx")
    first = next(report.document.paragraphs)
    wanted = Correction(first.as_cell(), "新收13件")
    files._verify(report, docx.encode(report.document, (wanted,)), (wanted,))
    refuse(report, WORD, wanted, why="别的内容会跟着变")


def test_formulas_that_follow_pass_and_those_that_do_not_are_refused():
    report = opened(BOOK, "xlsx")
    wanted = Correction(cell(report, "1"), "5")
    followed = xlsx.encode(report.document, (wanted,))
    assert [c.text for c in xlsx.read(followed).tables[0].cells] == ["5", "2", "7"]
    files._verify(report, followed, (wanted,))
    behind = workbook(rows(number("A1", 5) + number("B1", 2) + formula("C1", "A1+B1", "3")))
    refuse(report, behind, wanted, why="“3”会变成“3”")


def test_a_document_that_cannot_be_read_while_it_is_encoded_is_refused():
    report = opened(WORD, "docx")
    broken = replace(report, document=replace(report.document, source=WORD[:-30]))
    with pytest.raises(SaveError, match=r"^没有保存，原来的文件没有动：.*（文件已损坏.*）。$"):
        files.encode(broken, (Correction(cell(report, "12"), "13"),))


def test_what_is_encoded_has_been_verified():
    report = opened(LINES.encode())
    with pytest.raises(SaveError, match="复核没有通过"):
        files.encode(report, (Correction(cell(report, "12"), "1|2"),))
    wanted = (Correction(cell(report, "12"), "13"),)
    assert files.encode(report, wanted) == text.encode(report.document, wanted)


def test_marked_corrections_are_verified_and_what_fails_is_told_apart():
    report = opened(WORD, "docx")
    marks = Marks("张三", datetime(2024, 1, 10, 8))
    target = cell(report, "12")
    marked = files.encode(report, (Correction(target, "13"),), marks)
    assert b"<w:del " in Package(marked).read("word/document.xml")
    assert files.from_bytes(marked, Path("年报.docx")).document.tables[0].cells[1].text == "13"
    with pytest.raises(MarkError, match="看不见的字符"):
        files.encode(report, (Correction(target, "1\x002"),), marks)
    plain_text = opened(LINES.encode())
    wanted = (Correction(cell(plain_text, "12"), "13"),)
    assert files.encode(plain_text, wanted, marks) == text.encode(plain_text.document, wanted)
