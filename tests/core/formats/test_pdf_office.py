"""PDFs that an office program has printed: the same cells and the same text as the document itself."""

import pytest

from core.export import documents
from core.files import from_bytes
from core.formats.pdf import read
from core.review import Review
from tests.core.export.sittings import WHEN, converted, sitting, with_office


@with_office
@pytest.mark.parametrize(("edition", "kind", "suffix"), [("2021", "word", "docx"), ("2019", "excel", "xlsx")])
def test_a_printed_report_has_the_cells_of_the_document(tmp_path, edition, kind, suffix):
    original = sitting(
        {"requests.unable.not_held.natural": "1234567", "challenges.later_suit.total": "/"}, edition
    )
    document = documents.make(kind, original, WHEN, {})
    printed = converted(document, tmp_path, f"年报.{suffix}", "pdf")
    opened = Review(from_bytes(printed.read_bytes(), printed))
    assert {cell: opened.text(cell) for cell in opened.cells} == {c: original.text(c) for c in original.cells}
    assert {f.rule for f in opened.findings if f.equation} == {
        f.rule for f in original.findings if f.equation
    }


@with_office
def test_a_printed_report_has_the_paragraphs_of_the_document(tmp_path):
    document = documents.make("word", sitting(), WHEN, {})
    original = [
        line.strip()
        for p in from_bytes(document, tmp_path / "年报.docx").paragraphs
        for line in p.text.splitlines()
    ]
    printed = [
        p.text for p in read(converted(document, tmp_path, "年报.docx", "pdf").read_bytes()).paragraphs
    ]
    assert printed == [text for text in original if text]
