"""Files that the fuzzer (tests/fuzz) made and a reader once stumbled over; each as small as it can be."""

import time
from contextlib import suppress

import pytest

from core.errors import ReadError, SaveError
from core.formats import docx, registry, xlsx
from tests.core.formats.test_docx_grid import text_box
from tests.core.formats.test_docx_package import document_xml, packed, paragraph, read_body, run, texts
from tests.core.formats.test_docx_prose import rewritten
from tests.data.xlsx_package import number, rows, workbook


@pytest.mark.parametrize("reference", ["&#99999999999;", "&#x110000;", "&#1114112;", f"&#{'9' * 5000};"])
def test_a_comment_that_looks_like_a_declaration_of_no_character_is_only_a_comment(reference):
    aside = f'<!-- xmlns:q="{reference}" -->'
    word = docx.read(packed(document_xml(aside + paragraph(run("12")))))
    assert [p.text for p in word.paragraphs] == ["12"]
    assert texts(xlsx.read(workbook(rows(number("A1", 5)) + aside))) == [["5"]]


def test_a_text_box_whose_other_version_stands_in_another_file_is_not_corrected():
    body = paragraph(text_box(paragraph(run("新收12件"))))
    old, new = body.split("<mc:Fallback")
    document = read_body(f"{old}<mc:Fallback{new.replace(run('新收12件'), '<w:altChunk/>')}")
    with pytest.raises(SaveError, match="读不出来"):
        rewritten(document, "新收13件")


def test_many_comments_before_what_is_no_web_page_take_no_ages():
    started = time.process_time()
    with suppress(ReadError):
        registry.read(b"<!---->" * 280 + b"x")
    assert time.process_time() - started < 5
