"""Corrections that a Word document cannot take are refused, and the place is named in one short line."""

import pytest

from core.anchors import Anchor, Span
from core.errors import SaveError
from core.formats import docx
from core.tables import Correction, RawCell
from tests.core.formats.test_docx_package import (
    corrected,
    one_cell,
    paragraph,
    plain,
    read_body,
    row,
    run,
    table,
)
from tests.core.formats.test_docx_write import MAIN


def test_a_locked_cell_is_refused_with_its_reason():
    document = one_cell(paragraph(f"<w:fldSimple w:instr='=1'>{run('12')}</w:fldSimple>"))
    with pytest.raises(SaveError, match=r"12.*域.*。"):
        corrected(document, "12", "3")


@pytest.mark.parametrize(
    "foreign",
    [
        RawCell("12", 0, 0),
        RawCell("12", 0, 0, anchor=Anchor(MAIN, (Span(0, 2),), "*")),
        RawCell("12", 0, 0, anchor=Anchor("word/styles.xml", (Span(0, 2),), "*")),
    ],
)
def test_a_cell_of_another_document_is_refused(foreign):
    with pytest.raises(SaveError, match="“12”这一处不在这份文件里"):
        docx.encode(read_body(table(row(plain("12")))), [Correction(foreign, "3")])


def test_a_cell_whose_text_is_no_longer_so_is_refused():
    old = read_body(table(row(plain("12"))))
    new = docx.read(corrected(old, "12", "34"))
    with pytest.raises(SaveError, match="不在这份文件里"):
        docx.encode(new, [Correction(old.tables[0].cells[0], "5")])


@pytest.mark.parametrize("new", ["1\n2", "1\t2", "1\x002", "\ud800", "1\x1f"])
@pytest.mark.parametrize("content", [paragraph(run("12")), "<w:p/>"])
def test_a_text_no_cell_can_hold_is_refused(content, new):
    document = one_cell(content)
    with pytest.raises(SaveError, match="看不见的字符"):
        docx.encode(document, [Correction(document.tables[0].cells[0], new)])


@pytest.mark.parametrize(
    ("new", "named"),
    [
        ("1\n2", "“1 2”里有"),
        ("一\t" + "一" * 28, "“一 " + "一" * 28 + "”里有"),
        ("一\t" + "一" * 29, "“一 " + "一" * 28 + "…”里有"),
    ],
)
def test_a_text_that_is_refused_is_named_in_one_short_line(new, named):
    document = one_cell(paragraph(run("12")))
    with pytest.raises(SaveError, match=named):
        docx.encode(document, [Correction(document.tables[0].cells[0], new)])
