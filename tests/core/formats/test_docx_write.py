"""Corrections written into Word documents: exactly those texts change, wherever they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.formats import docx
from core.formats.xmlspans import checked
from core.tables import Correction, Document, RawCell
from tests.core.formats.test_docx_grid import text_box
from tests.core.formats.test_docx_package import (
    cell,
    corrected,
    made,
    one_cell,
    paragraph,
    parts_of,
    plain,
    raw_records,
    read_body,
    row,
    run,
    table,
    texts,
)

MAIN = "word/document.xml"


def body_of(data: bytes) -> str:
    xml = parts_of(data)[MAIN].decode()
    return xml[xml.index("<w:body>") + 8 : xml.index("</w:body>")]


def content_after(content: str, new: str) -> str:
    """What is in the only cell after its correction; everything around it is proved unchanged."""
    document = one_cell(content)
    (only,) = document.tables[0].cells
    saved = docx.encode(document, [Correction(only, new)])
    checked(parts_of(saved)[MAIN])
    before, after = table(row(cell("|"))).split("|")
    body = body_of(saved)
    assert (body[: len(before)], body[-len(after) :]) == (before, after)
    assert texts(docx.read(saved))[0][0].strip() == new.strip()
    return body[len(before) : -len(after)]


def test_the_first_run_takes_the_number_and_the_others_become_empty():
    red = "<w:rPr><w:color w:val='FF0000'/></w:rPr>"
    assert content_after(paragraph(run("1", red), run("2"), run("3")), "45") == paragraph(
        run("45", red), run(""), run("")
    )


def test_bookmarks_comments_and_wrappers_stay():
    around = "<w:bookmarkStart w:id='1'/><w:commentRangeStart/>{}<w:proofErr/><w:commentRangeEnd/>"
    assert content_after(paragraph(around.format(run("12"))), "3") == paragraph(around.format(run("3")))


def test_a_number_in_another_authors_insertion_is_changed_in_place():
    tracked = "<w:del><w:r><w:delText>8</w:delText></w:r></w:del><w:ins w:author='张三'>{}</w:ins>"
    assert content_after(paragraph(tracked.format(run("12"))), "3") == paragraph(tracked.format(run("3")))


def test_a_number_in_a_content_control_is_changed_in_place():
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert content_after(control.format(paragraph(run("12"))), "3") == control.format(paragraph(run("3")))


def test_cdata_and_comments_in_the_old_number_go_with_it():
    assert content_after(paragraph("<w:r><w:t>1<![CDATA[2]]><!-- x -->3</w:t></w:r>"), "4") == paragraph(
        run("4")
    )


def test_blank_runs_around_the_number_keep_their_blanks_if_it_has_them():
    content = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    before = paragraph(content.format("　"), run("12"), content.format(" "))
    assert content_after(before, "　3 ") == paragraph(content.format("　"), run("3"), content.format(" "))
    assert content_after(before, "3") == paragraph(content.format(""), run("3"), content.format(""))


def test_a_cell_of_blanks_takes_a_number():
    assert content_after(paragraph(run("　")), "3") == paragraph(run("3"))


def test_line_breaks_and_paragraphs_stay():
    content = paragraph(run(" ")) + paragraph("<w:r><w:t>1</w:t><w:br/><w:t>2</w:t></w:r>") + "<w:p/>"
    after = paragraph(run(" ")) + paragraph("<w:r><w:t>345</w:t><w:br/><w:t></w:t></w:r>") + "<w:p/>"
    assert content_after(content, "345") == after


def test_a_text_with_the_cells_own_breaks_reads_back_exactly():
    document = one_cell("<w:p/>" + paragraph("<w:r><w:t>12</w:t><w:tab/></w:r>"))
    saved = corrected(document, "\n12\t", "\n3\t")
    assert texts(docx.read(saved)) == [["\n3\t"]]


@pytest.mark.parametrize(
    ("new", "tag"),
    [
        ("3", "<w:t>3"),
        (" 3", '<w:t xml:space="preserve"> 3'),
        ("3  4", '<w:t xml:space="preserve">3  4'),
        ("3 4", "<w:t>3 4"),
        ("<&>", "<w:t>&lt;&amp;&gt;"),
    ],
)
def test_spaces_are_kept_by_saying_so_and_only_then(new, tag):
    assert content_after(paragraph(run("12")), new) == paragraph(f"<w:r>{tag}</w:t></w:r>")


def test_spaces_that_are_kept_already_need_no_more():
    content = paragraph("<w:r><w:t xml:space='preserve'>{}</w:t></w:r>")
    assert content_after(content.format("12"), " 3") == content.format(" 3")


LOOK = "<w:rFonts w:ascii='宋体'/><w:sz w:val='18'/>"
MARK = f"<w:pPr><w:jc w:val='center'/><w:rPr>{LOOK}</w:rPr></w:pPr>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:p/>", paragraph(run("7"))),
        ("<w:p w14:paraId='0' />", "<w:p w14:paraId='0'><w:r><w:t>7</w:t></w:r></w:p>"),
        ("<w:p></w:p>", paragraph(run("7"))),
        ("<w:p/><w:p/>", paragraph(run("7")) + "<w:p/>"),
        (paragraph("<w:r><w:t/></w:r>"), paragraph(run("7"))),
        (paragraph("<w:r><w:t w:x='1' /></w:r>"), paragraph("<w:r><w:t w:x='1'>7</w:t></w:r>")),
        (paragraph(run("")), paragraph(run("7"))),
        (paragraph("<w:r/>"), paragraph(run("7"))),
        (paragraph("<w:r></w:r>"), paragraph(run("7"))),
        (paragraph(f"<w:r><w:rPr>{LOOK}</w:rPr></w:r>"), paragraph(run("7", f"<w:rPr>{LOOK}</w:rPr>"))),
        (
            paragraph(properties=MARK),
            paragraph(run("7", f"<w:rPr>{LOOK}</w:rPr>"), properties=MARK),
        ),
        (
            paragraph("<w:bookmarkStart w:id='1'/><w:r><w:br/></w:r>"),
            paragraph("<w:bookmarkStart w:id='1'/><w:r><w:br/></w:r>", run("7")),
        ),
        (
            paragraph(f"<w:del>{run('9')}</w:del>"),
            paragraph(f"<w:del>{run('9')}</w:del>", run("7")),
        ),
        (
            paragraph("<w:del><w:r><w:t/></w:r><w:r/></w:del><w:ins><w:r/></w:ins>"),
            paragraph("<w:del><w:r><w:t/></w:r><w:r/></w:del><w:ins><w:r><w:t>7</w:t></w:r></w:ins>"),
        ),
        (
            paragraph("<w:r><w:rPr><w:vanish/></w:rPr></w:r>"),
            paragraph("<w:r><w:rPr><w:vanish/></w:rPr></w:r>", run("7")),
        ),
        (
            paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>"),
            paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>", run("7")),
        ),
        (
            paragraph("<!-- <w:r/> --><?x <w:r/>?>"),
            paragraph("<!-- <w:r/> --><?x <w:r/>?>", run("7")),
        ),
    ],
)
def test_a_blank_cell_is_filled(before, after):
    assert content_after(before, "7") == after


def test_what_tracking_says_of_a_paragraphs_mark_is_not_said_of_the_number():
    tracked = (
        "<w:ins w:id='1'/><w:del w:id='2'/><w:moveFrom w:id='3'/><w:b/><w:vanish/><w:specVanish/>"
        "<w14:glow><w14:x/></w14:glow><w:rPrChange w:id='4'><w:rPr><w:i/></w:rPr></w:rPrChange>"
    )
    properties = f"<w:pPr><w:rPr>{tracked}</w:rPr></w:pPr>"
    kept = "<w:rPr><w:b/><w14:glow><w14:x/></w14:glow></w:rPr>"
    assert content_after(paragraph(properties=properties), "7") == paragraph(
        run("7", kept), properties=properties
    )


def test_a_paragraphs_mark_that_only_tracking_speaks_of_lends_no_look():
    properties = "<w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr>"
    assert content_after(paragraph(properties=properties), "7") == paragraph(run("7"), properties=properties)


def test_letters_at_the_edge_of_a_filled_cell_are_kept():
    assert content_after("<w:p/>", "X7X") == paragraph(run("X7X"))


def test_blanks_at_the_edge_of_a_filled_cell_are_kept():
    assert content_after("<w:p/>", " 7") == paragraph('<w:r><w:t xml:space="preserve"> 7</w:t></w:r>')


def test_a_cell_can_be_emptied_and_filled_again():
    emptied = docx.read(corrected(one_cell(paragraph(run("1"), run("2"))), "12", ""))
    assert texts(emptied) == [[""]]
    assert texts(docx.read(corrected(emptied, "", "34"))) == [["34"]]


def test_blank_for_blank_changes_nothing():
    document = one_cell("<w:p/><w:p/>")
    assert docx.encode(document, [Correction(document.tables[0].cells[0], "")]) == document.source


def test_a_text_box_is_corrected_in_both_its_versions():
    inner = table(row(plain("12"), plain("")))
    document = read_body(paragraph(text_box(inner + "<w:p/>")) + inner)
    first, blank, *_ = document.tables[0].cells
    saved = docx.encode(document, [Correction(first, "3"), Correction(blank, "4")])
    changed = table(row(plain("3"), plain("").replace("<w:p/>", paragraph(run("4")))))
    assert body_of(saved) == paragraph(text_box(changed + "<w:p/>")) + inner


def test_a_text_box_in_a_text_box_is_corrected_in_all_versions():
    deep = paragraph(text_box(table(row(plain("12"))) + "<w:p/>"))
    document = read_body(paragraph(text_box(deep)))
    saved = corrected(document, "12", "3")
    assert body_of(saved) == body_of(document.source).replace("<w:t>12<", "<w:t>3<")
    assert body_of(saved).count("<w:t>3<") == 4


def test_an_alternative_that_says_something_else_is_left_alone():
    new, old = table(row(plain("12"))), table(row(plain("11")))
    body = paragraph(
        f"<mc:AlternateContent><mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    assert body_of(corrected(read_body(body), "12", "3")) == body.replace("<w:t>12<", "<w:t>3<")


def test_a_nested_table_is_corrected():
    inner = table(row(plain("12")))
    body = table(row(cell(paragraph(run("一")) + inner + "<w:p/>")))
    assert body_of(corrected(read_body(body), "12", "3")) == body.replace("<w:t>12<", "<w:t>3<")


def test_a_merged_cell_is_corrected_where_it_stands():
    body = table(
        row(plain("12", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')),
        row(plain("", '<w:gridSpan w:val="2"/><w:vMerge/>')),
    )
    assert body_of(corrected(read_body(body), "12", "3")) == body.replace("<w:t>12<", "<w:t>3<")


def test_a_paragraph_of_prose_is_corrected():
    document = read_body(paragraph(run("新收12件")) + table(row(plain("12"))))
    (prose,) = document.paragraphs
    target = RawCell(prose.text, 0, 0, anchor=prose.anchor)
    saved = docx.read(docx.encode(document, [Correction(target, "新收13件")]))
    assert [p.text for p in saved.paragraphs] == ["新收13件"]
    assert texts(saved) == [["12"]]


def test_only_the_main_part_is_written_anew():
    document = read_body(table(row(plain("12"))))
    before, after = raw_records(document.source), raw_records(corrected(document, "12", "3"))
    assert [name for name in before if before[name] != after[name]] == [MAIN]


def test_the_last_correction_of_a_cell_counts():
    document = read_body(table(row(plain("12"))))
    (only,) = document.tables[0].cells
    saved = docx.encode(document, [Correction(only, "3"), Correction(only, "4")])
    assert texts(docx.read(saved)) == [["4"]]


PIECES = st.sampled_from(
    [
        run("1"),
        run("23"),
        run(" "),
        run("　"),
        run(""),
        "<w:r><w:t/></w:r>",
        "<w:r/>",
        "<w:r><w:br/></w:r>",
        "<w:r><w:tab/></w:r>",
        f"<w:del>{run('9')}</w:del>",
        f"<w:ins>{run('4')}</w:ins>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r>",
        f"<w:sdt><w:sdtContent>{run('5')}</w:sdtContent></w:sdt>",
        "<!-- 7 -->",
    ]
)
PARAGRAPHS = st.lists(PIECES, max_size=5).map(lambda runs: paragraph(*runs))
CELLS = st.lists(PARAGRAPHS, min_size=1, max_size=3).map("".join)


@settings(max_examples=150, deadline=None)
@given(contents=st.lists(CELLS, min_size=1, max_size=3), new=st.from_regex(r"[0-9]{1,4}", fullmatch=True))
def test_whatever_a_cell_holds_it_reads_back_and_no_other_cell_changes(contents, new):
    document: Document = docx.read(made(table(row(*(cell(content) for content in contents)))))
    before = [c.text for c in document.tables[0].cells]
    for number, target in enumerate(document.tables[0].cells):
        after = [c.text for c in docx.read(docx.encode(document, [Correction(target, new)])).tables[0].cells]
        assert after[number].strip() == new
        if not {"\n", "\t"} & set(target.text):
            assert after[number] == new
        assert after[:number] + after[number + 1 :] == before[:number] + before[number + 1 :]
