"""Every cell of every sample corrected with marks: it reads back, and rejecting it all gives the original."""

import io
from datetime import datetime

import openpyxl
import pytest
from lxml import etree

from core.files import encode, open_report
from core.marks import Marks
from core.review import Review
from tests import samples
from tests.core.formats.test_docx_marks import MARKS, all_texts, resolved
from tests.core.formats.test_docx_package import W, parts_of

WORD = [p for p in samples.paths("match") if p.suffix == ".docx"]
EXCEL = [p for p in samples.paths("match") if p.suffix == ".xlsx"]


def all_changed(path):
    """The report with every cell that can be corrected one larger."""
    review = Review(open_report(path))
    for cell in review.cells:
        if not review.locked(cell):
            review.set_value(cell, str(int(review.reading(cell).arithmetic or 0) + 1))
    return review


@pytest.mark.parametrize("path", WORD, ids=samples.name)
def test_a_word_report_marked_all_over_can_be_rejected_whole(path):
    review = all_changed(path)
    saved = encode(review.report, review.corrections, MARKS)
    assert len(review.corrections) > 150
    ours = [
        element.get(f"{{{W}}}id")
        for element in etree.fromstring(parts_of(saved)["word/document.xml"]).iter()
        if element.get(f"{{{W}}}author") == MARKS.author
    ]
    assert len(ours) == len(set(ours)) >= len(review.corrections)
    assert all_texts(resolved(saved, accept=False)) == all_texts(review.report.document.source)
    assert all_texts(resolved(saved, accept=True)) == all_texts(encode(review.report, review.corrections))


@pytest.mark.parametrize("path", EXCEL, ids=samples.name)
def test_an_excel_report_marked_all_over_has_a_comment_on_every_corrected_cell(path):
    review = all_changed(path)
    saved = encode(review.report, review.corrections, Marks("核对员", datetime(2024, 1, 20)))
    book = openpyxl.load_workbook(io.BytesIO(saved))
    comments = [c.comment.text for sheet in book for line in sheet for c in line if c.comment]
    assert len([c for c in comments if "年报勾稽校核：" in c]) == len(review.corrections)
