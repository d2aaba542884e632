"""Files that the fuzzer (tests/fuzz) made and a reader once stumbled over; each as small as it can be."""

import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from core.errors import MarkError, ReadError, SaveError
from core.files import encode, from_bytes
from core.formats import docx, flat, registry, xlsx
from core.marks import Marks
from core.review import Review
from core.tables import Correction
from tests.core.formats.test_docx_grid import text_box
from tests.core.formats.test_docx_package import document_xml, packed, paragraph, read_body, run, texts
from tests.core.formats.test_docx_prose import rewritten
from tests.core.formats.test_docx_write import body_of
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


def test_alternatives_within_an_alternative_are_corrected_once_each():
    body = paragraph(text_box(paragraph(run("新收12件"))))
    old, new = body.split("<mc:Fallback>")
    inner = new.removesuffix("</mc:Fallback></mc:AlternateContent></w:r></w:p>")
    ending = new.removeprefix(inner)
    nested = f"<mc:Choice><mc:Choice>{inner}</mc:Choice></mc:Choice>{ending}"
    saved = body_of(rewritten(read_body(f"{old}<mc:Fallback>{nested}"), "新收13件"))
    assert saved.count("新收13件") == 2


def test_a_prefix_of_thousands_of_letters_is_refused():
    prefix = "w" * 5000
    data = (
        document_xml(paragraph(run("12"))).replace("w:", f"{prefix}:").replace("xmlns:w=", f"xmlns:{prefix}=")
    )
    with pytest.raises(ReadError, match="写法少见"):
        docx.read(packed(data))


def test_a_carriage_return_in_a_text_stays_one():
    document = read_body(paragraph(run("新收&#13;12件")))
    assert [p.text for p in document.paragraphs] == ["新收\r12件"]
    again = docx.read(rewritten(document, "新收\r13件"))
    assert [p.text for p in again.paragraphs] == ["新收\r13件"]


def test_a_text_within_a_text_of_a_cell_is_corrected_or_refused_in_words():
    nested = '<c r="A1" t="inlineStr"><is><t><t>12</t>34</t></is></c>'
    document = xlsx.read(workbook(rows(nested)))
    (cell,) = document.tables[0].cells
    again = xlsx.read(xlsx.encode(document, [Correction(cell, "7")]))
    assert texts(again) == [["7"]]


@pytest.mark.parametrize(
    "line",
    [
        "一、总体情况",
        "本年度收到政府信息公开申请12件，其中予以公开3件，结转下年度2件。",
        "二、存在的主要问题",
    ],
)
def test_a_line_said_thousands_of_times_is_checked_in_time(line):
    started = time.process_time()
    review = Review(from_bytes(f"{line}\n".encode() * 8000, Path("报告.txt")))
    assert review.findings is not None
    assert time.process_time() - started < 5


def test_what_is_said_in_three_ways_is_still_told():
    text = "本机关收到政府信息公开申请12件。\n全年收到政府信息公开申请12件。\n共收到政府信息公开申请12件。\n"
    report = from_bytes(f"{text}本年度收到政府信息公开申请13件。\n".encode(), Path("报告.txt"))
    (told,) = [f for f in Review(report).findings if "前后不一致" in f.detail]
    assert "12件" in told.detail
    assert "13件" in told.detail


FLAT = (
    '<pkg:package><pkg:part pkg:name="/{}" pkg:contentType="xml"><pkg:xmlData><a/></pkg:xmlData></pkg:part>'
)


@pytest.mark.parametrize(
    "data",
    [
        FLAT.format("a").encode() * 2,
        FLAT.format("a" * 70_000).encode(),
        FLAT.format("x").encode().replace(b"/x", b"/\xff"),
        FLAT.format("[Content_Types].xml").encode().replace(b"xmlData", b"xData"),
        b'<pkg:part pkg:name="/a" pkg:contentType="x"><pkg:xmlData>' * 40_000,
    ],
    ids=["two of a name", "long name", "no text for a name", "nothing inside", "never ending"],
)
def test_a_word_document_in_one_xml_file_that_is_damaged_is_refused_in_time(data):
    started = time.process_time()
    with pytest.raises(ReadError):
        docx.read(flat.to_docx(data))
    assert time.process_time() - started < 5


def test_a_part_that_only_marks_need_may_be_damaged_and_the_correction_is_saved_without():
    report = from_bytes(
        workbook(rows(number("A1", 5)), more={"[Content_Types].xml": "<x"}), Path("报告.xlsx")
    )
    (cell,) = report.document.tables[0].cells
    with pytest.raises(MarkError, match="读不出来"):
        encode(report, [Correction(cell, "7")], Marks("张三", datetime(2024, 1, 2)))
    assert texts(xlsx.read(encode(report, [Correction(cell, "7")]))) == [["7"]]


PAGE = "<html><head><title>a{}b</title></head><body><p>本年{}度。</p>{}</body></html>"


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format(" " * 200_000, "", ""),
        PAGE.format("\u3000 " * 100_000, "", "<table><tr><td>1</td><td>2</td></tr></table>"),
        PAGE.format(
            "", "", "<div>" * 1500 + f"<p>{'本年收到政府信息公开申请十二件，予以公开九件。'}</p>" * 9_000
        ),
    ],
    ids=["blanks in the title", "wide blanks", "sentences far inside"],
)
def test_a_page_blown_up_is_read_in_time(page):
    started = time.process_time()
    assert registry.read(page.encode()).format == "html"
    assert time.process_time() - started < 5


@pytest.mark.parametrize("attribute", [" a{}=1", "/a{}", ' a{}="1>2"', " 'a{}", " a{}= ' '"])
def test_a_tag_with_thousands_of_attributes_is_refused_in_time(attribute):
    made = "".join(attribute.format(n) for n in range(60_000))
    started = time.process_time()
    with pytest.raises(ReadError, match="标记太多"):
        registry.read(PAGE.format("", "", f"<p{made}>7</p>").encode())
    assert time.process_time() - started < 5


def test_a_script_and_a_picture_within_a_page_are_no_tag_with_thousands_of_attributes():
    script = "<script>for (i=0; i<n; i++) {" + " x = y + 1;" * 5000 + " if (a > b) c(); }</script>"
    picture = f"<img src='data:image/png;base64,{'A/b=' * 50_000}'>"
    comment = f"<!-- <p {'a ' * 5000} -->"
    document = registry.read(PAGE.format("", script + picture + comment, "").encode())
    assert [p.text for p in document.paragraphs] == ["本年度。"]


def test_thousands_of_tables_side_by_side_are_looked_at_in_time():
    row = ",".join(f"{n}," for n in range(4000))
    started = time.process_time()
    report = from_bytes(f"{row}\n".encode() * 4, Path("报告.csv"))
    assert report.recognition.tables == {}
    assert time.process_time() - started < 5


def test_blanks_that_go_on_for_thousands_of_lines_are_read_in_time():
    table = "四、政府信息公开行政复议、行政诉讼情况\n行政复议 |\n结果维持 |\n"
    started = time.process_time()
    from_bytes((table + " |\n||||\n" * 12000).encode(), Path("报告.txt"))
    assert time.process_time() - started < 5


def test_a_row_that_goes_on_for_thousands_of_lines_is_read_in_time():
    row = "五、存在的问题\n三、收到和处理政府信息公开申请情况\n（七）总计 | 1\n"
    started = time.process_time()
    from_bytes((row + "四 | 55 | 311 | ||\n" * 8000).encode(), Path("报告.txt"))
    assert time.process_time() - started < 5
