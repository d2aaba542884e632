"""What a stranger writes in a report stays text in all that is made of it: no formula, markup or link."""

import io
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from core.batch.record import Row
from core.batch.summary.workbook import Findings, summary
from core.errors import SaveError
from core.export import documents
from core.export.changes import changes_page
from core.files import encode, from_bytes
from core.findings import paragraph_id
from core.marks import Marks
from core.review import Review
from tests.core.export.sittings import WHEN
from tests.core.export.test_html import Page
from tests.documents import excel, word
from tests.layouts import balanced, report

OURS = re.compile(r"=SUM\([A-Z]+\d+:[A-Z]+\d+\)")
BEGINNINGS = ("=", "+", "-", "@", "\t=", "\r=", " =", "＝", "'=", "{=", "|", "%", "<", "&", "]]>", "_x003D_")
PAYLOADS = (
    'HYPERLINK("http://a.example/?"&A1,"看")',
    "cmd|'/c calc'!A0",
    "1+1",
    "SUM(1+9)*cmd",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<a href='http://a.example'>看</a>",
    "&lt;b&gt;&#x3C;i&#x3E;",
    "\x00\x01\x08\x0b\x1b\x1f\x7f\ufffe\uffff",
    "_x0001__x005F_",
    "#REF!",
    "{ HYPERLINK http://a.example }",
)
HOSTILE = st.builds(
    lambda begin, payload, end: begin + payload + end,
    st.sampled_from(BEGINNINGS),
    st.sampled_from(PAYLOADS) | st.text(max_size=12),
    st.sampled_from(("", "局", "\n", "\ud800")),
)
CELLS = ("requests.new.natural", "requests.closed.total", "challenges.direct_suit.total")


def sitting(hostile: str) -> Review:
    """A report whose title, file name, cells, text and reasons are the work of a stranger."""
    text = report("pipes_padded", balanced()).replace("云岭市青禾区", f"云岭市{hostile}").replace("\0", "")
    review = Review(
        from_bytes(text.encode("utf-8", "replace"), Path(hostile.replace("/", "／") + "年报.txt"))
    )
    wanted = [*(cell for cell in CELLS if cell in review.cells), paragraph_id(3)]
    for id_ in wanted:
        with suppress(SaveError):  # in plain text not everything can be written
            review.put({id_: hostile})
    review.accept(review.findings[:1], hostile)
    return review


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def is_formula(cell) -> bool:
    return cell.data_type == "f" and not OURS.fullmatch(str(cell.value))


def assert_texts(data: bytes) -> None:
    """No cell of the workbook is a stranger's formula, and none becomes one when it is edited."""
    for sheet in load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            for cell in row:
                assert not is_formula(cell)
                assert cell.hyperlink is None
                if cell.data_type == "s" and str(cell.value).strip()[:1] in tuple("=+-@＝"):
                    assert cell.quotePrefix
    for name, content in members(data).items():
        etree.fromstring(content)
        assert not re.search("externalLink|hyperlink", name, re.I)
        assert b'TargetMode="External"' not in content
        assert b"<f>" not in re.sub(rb"<f>SUM\([A-Z]+\d+:[A-Z]+\d+\)</f>", b"", content)


def assert_plain_word(data: bytes) -> None:
    """Well-formed, with no field, link, script or control character."""
    Document(io.BytesIO(data))
    for name, content in members(data).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
            assert b'TargetMode="External"' not in content
        assert not re.search("vba|activeX|embeddings", name, re.I)
    body = members(data)["word/document.xml"]
    assert not re.search(rb"w:(fldSimple|hyperlink|instrText|altChunk|object)\b", body)


ANY = settings(max_examples=8, deadline=None)


@ANY
@given(HOSTILE)
@example('=HYPERLINK("http://a.example")')
@example("\t=1+1")
def test_workbooks(hostile):
    assert_texts(documents.make("excel", sitting(hostile), WHEN, {}))


@ANY
@given(HOSTILE)
@pytest.mark.parametrize("kind", ["word", "notice"])
def test_word_documents(kind, hostile):
    assert_plain_word(documents.make(kind, sitting(hostile), WHEN, {}))


@ANY
@given(HOSTILE)
def test_web_pages(hostile):
    review = sitting(hostile)
    reasons = dict.fromkeys(review.changes, hostile)
    for data in (documents.make("html", review, WHEN, reasons), changes_page(review, WHEN, reasons)):
        found = Page(data)
        assert found.tags <= OUR_TAGS
        assert not found.links
        assert not re.search("[\x00-\x08\x0b-\x1f]", data.decode("utf-8"))


OUR_TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "h3",
        "p",
        "br",
        "strong",
        "small",
        "div",
        "ol",
        "ul",
        "li",
        "footer",
        "table",
        "caption",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "del",
        "ins",
        "span",
    ]
)


@pytest.mark.parametrize("hostile", ["=1)(\\\x1b<a href='http://a.example'>看</a>"])
def test_pdf(hostile):
    try:
        data = documents.make("pdf", sitting(hostile), WHEN, {})
    except SaveError as error:
        pytest.skip(str(error))
    assert not re.search(rb"/(URI|JavaScript|JS|Launch|OpenAction /|EmbeddedFile|AA)\b", data)


@ANY
@given(HOSTILE)
def test_the_summary_of_a_folder(hostile):
    row = Row(Path(hostile.replace("/", "／") + ".txt"), "", "unreadable", hostile, hostile)
    checked = Row(row.path, "k", "checked", "", hostile, 2023, "2021", 1, kinds=("G10",))
    record = {
        "edition": "2021",
        "problems": [],
        "findings": [
            {
                "rule": "G10", "severity": "error", "catalogue": "G10", "message": hostile, "basis": hostile,
                "cells": [], "places": [], "fixes": [{"label": hostile, "texts": {}}], "expected": None,
                "found": hostile,
            }
        ],
    }  # fmt: skip
    assert_texts(summary(Findings([row, checked], lambda _row: record)))


@ANY
@given(HOSTILE)
@example("\x1f")
@pytest.mark.parametrize("make", [word, excel])
def test_what_is_typed_into_a_report_is_written_as_text(make, hostile):
    """In the report itself, and as the author of marks."""
    review = Review(from_bytes(make(balanced()), Path("年报")))
    with suppress(SaveError):
        review.set_value(CELLS[0], hostile)
        for marks in (None, Marks(hostile, WHEN)):
            data = encode(review.report, review.corrections, marks)
            if make is word:
                assert_plain_word(data)
            else:
                assert not any(map(is_formula, _cells(data)))


def _cells(data: bytes):
    return [cell for sheet in load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]


def test_a_text_with_an_escape_of_the_format_in_it_is_read_as_it_was():
    review = sitting("_x0041_")
    data = documents.make("excel", review, WHEN, {})
    texts = {cell.text for table in from_bytes(data, Path("x.xlsx")).document.tables for cell in table.cells}
    assert any("_x0041_" in text for text in texts)
