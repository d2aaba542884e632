"""Damaged and hostile Word files: a refusal in the clerk's words or a sane document, never anything else."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ReadError
from core.formats import docx
from core.tables import Document
from tests.core.formats.test_docx_package import (
    cell,
    document_xml,
    made,
    packed,
    paragraph,
    plain,
    read_body,
    row,
    run,
    table,
    texts,
)

XML = document_xml(paragraph(run("前")) + table(row(plain("12"), cell(paragraph(run("3"), run("4"))))))


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "PK",
        XML[:-20],
        XML[: len(XML) // 2],
        XML.replace("</w:tr>", "", 1),
        XML.replace("<w:tc>", "<w:tc", 1),
        XML.replace("12", "1\x002"),
        XML.replace("12", "&nbsp;"),
        XML.replace("<w:r>", "<w:r a='1' a='2'>", 1),
        XML + "<x/>",
    ],
)
def test_broken_xml_is_refused(broken):
    with pytest.raises(ReadError, match="损坏"):
        docx.read(packed(broken))


def test_a_document_type_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    with pytest.raises(ReadError, match="DOCTYPE"):
        docx.read(packed(XML.replace("<w:document", bomb + "<w:document", 1).replace("12", "&b;")))


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 200, made("")[:-30], made("")[40:]]
)
def test_what_is_no_zip_is_refused(data):
    with pytest.raises(ReadError):
        docx.read(data)


def test_a_zip_bomb_is_refused():
    with pytest.raises(ReadError, match="巨大"):
        docx.read(packed(document_xml("<!--" + "x" * 40_000_000 + "-->")))


def timed(body: str) -> tuple[Document, float]:
    data = made(body)
    start = time.process_time()
    return docx.read(data), time.process_time() - start


def nested(opening: str, closing: str, inside: str, depth: int) -> str:
    return opening * depth + inside + closing * depth


@pytest.mark.parametrize(
    ("opening", "closing", "inside"),
    [
        ("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", paragraph(run("1"))),
        (
            "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>",
            "</w:sdtContent></w:sdt>",
            paragraph(run("1")),
        ),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", paragraph(run("1"))),
        ("<w:p><w:ins>", "</w:ins></w:p>", run("1")),
        ("<w:p><w:del>", "</w:del></w:p>", run("1")),
        ("<w:p><w:fldSimple>", "</w:fldSimple></w:p>", run("1")),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>", paragraph(run("1"))),
        ("<mc:AlternateContent><mc:Choice/><mc:Fallback>", "</mc:Fallback></mc:AlternateContent>", ""),
    ],
)
def test_deep_nesting_is_read_in_time(opening, closing, inside):
    _, seconds = timed(nested(opening, closing, inside, 5000))
    assert seconds < 5


def test_five_thousand_tables_in_each_other_are_all_there():
    document, _ = timed(nested("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", "<w:p/>", 5000))
    assert len(document.tables) == 5000


def growth(make, small: int) -> float:
    """How many times longer it takes to read four times as much."""
    return min(timed(make(4 * small))[1] for _ in range(3)) / min(timed(make(small))[1] for _ in range(3))


@pytest.mark.parametrize(
    "make",
    [
        lambda n: table(*[row(plain("1"), plain("2"))] * n),
        lambda n: table(*[row(plain("1", "<w:vMerge/>"))] * n),
        lambda n: table(row(*[plain("1")] * n)),
        lambda n: table(row(cell(paragraph(*[run("1")] * n)))),
        lambda n: table(row(cell(paragraph(run("1")) * n))),
        lambda n: table(row(*["<w:tc>" + "<w:x/>" * 50 + "<w:del/><w:p/></w:tc>"] * n)),
        lambda n: paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * n) + paragraph(run("1")) * n,
        lambda n: (
            '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * n
        ).join(["<w:p>", run("1") * n + "</w:p>"]),
        lambda n: "<w:sdt><w:sdtPr/><w:sdtContent>" * n + paragraph(run("1")) + "</w:sdtContent></w:sdt>" * n,
        lambda n: table(row(cell("<!-- -->" * n + "<w:p/>"))),
    ],
    ids=[
        "rows",
        "merged rows",
        "cells",
        "runs",
        "paragraphs",
        "odd cells",
        "fields",
        "results",
        "controls",
        "comments",
    ],
)
def test_time_grows_with_size_and_no_faster(make):
    assert growth(make, 2000) < 10


def test_a_hundred_thousand_rows_are_read():
    document, seconds = timed(table(*[row(plain("1"))] * 100_000))
    assert len(document.tables[0].cells) == 100_000
    assert document.tables[0].cells[-1].row == 99_999
    assert seconds < 20


def test_elements_out_of_place_do_no_harm():
    for stray in (
        plain("9"),
        row(plain("9")),
        "<w:del/>",
        "<w:vMerge/><w:gridSpan w:val='3'/><w:gridBefore w:val='3'/><w:cellDel/>",
        "<mc:Choice/><mc:Fallback/>",
        "<w:dataBinding/><w:showingPlcHdr/>",
        '<w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:fldChar/>',
        run("9"),
        "<w:br/>",
    ):
        good = table(row(plain("1"), plain("2")))
        assert texts(read_body(stray + good))[-1] == ["1", "2"], stray
        assert texts(read_body(table(stray, row(plain("1"), plain("2")))))[-1][-2:] == ["1", "2"], stray


ELEMENTS = [
    *(
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:p",
        "w:r",
        "w:del",
        "w:ins",
        "w:sdt",
        "w:txbxContent",
        "w:fldSimple",
        "w:rt",
    ),
    *("mc:AlternateContent", "mc:Choice", "mc:Fallback"),
]
WHOLE = [
    *("<w:t>1</w:t>", "<w:t/>", "<w:p/>", "<w:br/>", "<w:del/>", "<w:drawing/>", "<w:dataBinding/>"),
    *("<w:tcPr><w:vMerge/></w:tcPr>", "<w:tcPr><w:cellDel/></w:tcPr>", "<w:trPr><w:del/></w:trPr>"),
    *("<w:rPr><w:vanish/></w:rPr>", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<!-- < -->", "&#x31;", ">"),
    *(f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")),
]
FRAGMENTS = st.sampled_from([*(f"<{e}>" for e in ELEMENTS), *(f"</{e}>" for e in ELEMENTS), *WHOLE])


def balanced(fragments: list[str]) -> str:
    """The fragments with end tags put where they belong, so that the XML is well-formed."""
    out, stack = [], []
    for fragment in fragments:
        if fragment.startswith("</"):
            if stack:
                out.append(f"</{stack.pop()}>")
            continue
        out.append(fragment)
        if fragment.startswith("<") and fragment.count("<") == 1 and not fragment.endswith(("/>", "-->")):
            stack.append(fragment[1:-1])
    return "".join(out + [f"</{name}>" for name in reversed(stack)])


@settings(max_examples=400, deadline=None)
@given(st.lists(FRAGMENTS, max_size=40).map(balanced))
def test_any_well_formed_jumble_is_read(body):
    document = read_body(body)
    for block in document.tables:
        places = [(c.row, c.column) for c in block.cells]
        assert places == sorted(set(places))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_damage_to_the_bytes_is_refused_or_harmless(data):
    xml = bytearray(XML.encode())
    for _ in range(data.draw(st.integers(1, 3))):
        xml[data.draw(st.integers(0, len(xml) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ReadError):
        docx.read(packed(bytes(xml)))
