"""Pages that are damaged, huge or meant to do harm: refused in words or read in no time, nothing fetched."""

import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import ReadError
from core.files import from_bytes
from core.formats import html
from core.formats.html import grid
from core.formats.html.attributes import MAX_ATTRIBUTES
from core.formats.html.walk import MAX_LETTERS, MAX_TABLES_DEEP, MAX_TAGS
from core.review import Review
from tests import pages
from tests.layouts import balanced


def texts(source: bytes) -> list[str]:
    return list(html.read(source).texts)


@pytest.mark.parametrize("tag", ["div", "b", "span", "table><tr><td", "ul><li", "blockquote"])
def test_tags_nested_without_end_are_refused(tag):
    with pytest.raises(ReadError, match="套得太深"):
        html.read(f"<{tag}>".encode() * 60_000 + "<p>甲。</p>".encode())


def test_tables_nested_as_deep_as_no_site_does_are_refused_and_some_levels_are_not():
    def nested(depth: int) -> bytes:
        return ("<table><tr><td>" * depth + "甲" + "</td></tr></table>" * depth).encode()

    assert texts(nested(MAX_TABLES_DEEP)) == ["甲"]
    with pytest.raises(ReadError, match="套得太深"):
        html.read(nested(MAX_TABLES_DEEP + 1))


def test_more_tags_than_any_report_has_are_refused():
    with pytest.raises(ReadError, match="标记太多"):
        html.read(b"<p>1" * (MAX_TAGS + 1))


def test_a_page_that_is_too_large_is_refused():
    with pytest.raises(ReadError, match="MB"):
        html.read(b"<p>" + b"1" * html.MAX_BYTES)


def test_more_paragraphs_than_any_report_has_are_refused():
    with pytest.raises(ReadError, match="段落太多"):
        html.read("<p>一、总体情况".encode() * (html.MAX_ITEMS + 1))


def test_more_text_than_any_report_has_is_refused():
    with pytest.raises(ReadError, match="文字太多"):
        html.read("<p>政府信息公开".encode() + "，很多字".encode() * (MAX_LETTERS // 4))


def test_attributes_without_end_in_one_tag_are_refused():
    page = "<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">甲</p>"
    with pytest.raises(ReadError, match="标记太多"):
        html.read(page.encode())


def test_a_tag_with_as_many_attributes_as_no_editor_writes_is_read():
    page = "<p " + " ".join(f"a{n}=1" for n in range(MAX_ATTRIBUTES)) + ">甲</p>"
    assert texts(page.encode()) == ["甲"]


def test_words_in_a_script_are_no_attributes():
    page = "<script>if (a<b) {" + "x " * MAX_ATTRIBUTES + "}</script><p>甲</p>"
    assert texts(page.encode()) == ["甲"]


def test_sentences_at_the_bottom_of_many_deep_nestings_are_read_without_a_halt():
    sentences = "<p>全年共收到政府信息公开申请十二件，均按期办结。</p>" * 40
    assert texts((("<div>" * 1900 + sentences + "</div>" * 1900) * 40).encode())


def test_spans_beyond_all_bounds_cost_nothing():
    page = "<table>" + "<tr><td colspan=1000000000 rowspan=999999999>甲<td colspan=-1 rowspan=x>乙" * 20
    (table,) = html.read(page.encode()).tables
    assert len(table.cells) == 40
    assert max(c.column + c.column_span for c in table.cells) <= 2 * grid.WIDEST
    assert max(c.row + c.row_span for c in table.cells) == 20


def test_a_table_of_more_places_than_any_report_has_is_refused():
    page = "<table>" + "<tr>" + "<td rowspan=9999 colspan=200>甲" * 2 + "<tr><td>规章<td>1" * 20_000
    with pytest.raises(ReadError, match="表格太大"):
        html.read(page.encode())


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>甲</p><!-- <p>乙</p>", ["甲"]),
        ("<p>甲</p><script>乙", ["甲"]),
        ("<p>甲\x00乙</p>", ["甲\ufffd乙"]),
        ("<p title='" + "x" * 3_000_000 + "'>甲</p>", ["甲"]),
        ('<p>甲</p><p title="乙', ["甲"]),
        ("<p>&bomb;&#x110000;&#0;甲</p>", ["&bomb;\ufffd\ufffd甲"]),
        ("</td></table></p>甲</html>乙", ["甲", "乙"]),
        ("<p>甲<p>乙<table><tr><td>1<p>2<td>3</p></table>丙", ["甲", "乙", "1\n2", "3", "丙"]),
        ("<body><p>甲</p></body></html><body><p>乙</p>", ["甲", "乙"]),
        (
            "<div><p>甲</p><html><head><title>丙</title></head><body><p>乙</p></body></html></div>丁",
            ["甲", "乙", "丁"],
        ),
        ("<p>甲</p><![CDATA[ 乙 ]]><?php 丙 ?>", ["甲"]),
    ],
)
def test_damaged_pages_are_read_as_far_as_they_go(page, expected):
    assert texts(page.encode()) == expected


def test_entities_of_the_page_itself_are_not_expanded():
    page = '<!DOCTYPE html [<!ENTITY a "甲甲"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    page += "<html><body><p>&b;&f;乙</p></body></html>"
    assert texts(page.encode())[-1] == "&b;&f;乙"


def test_nothing_a_page_refers_to_is_fetched(monkeypatch):
    def forbidden(*_args, **_keywords):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    page = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1:9/x.dtd"><base href="http://127.0.0.1:9/">
    <link rel=stylesheet href=a.css><script src=b.js></script><img src=c.png><iframe src=d.htm></iframe>
    <object data=e></object><xi:include href="file:///etc/passwd" parse="text"/><p>甲</p>"""
    assert texts(page.encode()) == ["甲"]


SOUP = """<table> </table> <tr> <td\trowspan=2> </td> <p> </p> <br> <!-- --> <div> </div> 甲。 12 &nbsp; &#
< > ' <tbody> <tfoot> <a\thref=x> </a> <caption> <![if\tx]> 一、总体情况 <pre> <script> </script> <h1>
<select> <svg> </svg> " \x00 </body></html> <html><body>"""
MARKUP = st.sampled_from(SOUP.replace("\n", " ").split(" "))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(MARKUP, max_size=60))
def test_any_soup_of_tags_is_read_or_refused_in_words(pieces):
    try:
        document = html.read("".join(pieces).encode())
    except ReadError:
        return
    assert all(p.text.strip() for p in document.paragraphs)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_page_with_any_bytes_changed_is_read_or_refused_in_words(data):
    source = bytearray(pages.news(pages.body_of(balanced()), pages.title_of()).encode())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(source) - 1))
        source[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    try:
        review = Review(from_bytes(bytes(source), Path("页.html")))
    except ReadError:
        return
    assert "check.failed" not in {finding.rule for finding in review.findings}
