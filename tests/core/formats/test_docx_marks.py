"""Corrections as tracked changes: accepted they give the new text, rejected the old; nothing else moves."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from core.errors import SaveError
from core.formats import docx
from core.formats.xmlspans import checked
from core.marks import Marks
from core.tables import Correction, Document
from tests.core.export.sittings import with_office
from tests.core.formats.test_docx_grid import text_box
from tests.core.formats.test_docx_package import (
    W,
    cell,
    made,
    one_cell,
    packed,
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
from tests.core.formats.test_docx_write import CELLS, MAIN, body_of

MARKS = Marks("核对员", datetime(2024, 1, 20, 9, 30))
BY = ' w:author="核对员" w:date="2024-01-20T09:30:00Z"'
RED = "<w:rPr><w:color w:val='FF0000'/></w:rPr>"


def marked(document: Document, old: str, new: str) -> bytes:
    target = next(c for t in document.tables for c in t.cells if c.text == old)
    return docx.mark(document, [Correction(target, new)], MARKS)


def content_after(content: str, new: str) -> str:
    """What is in the only cell after its correction, without author and date."""
    document = one_cell(content)
    saved = docx.mark(document, [Correction(document.tables[0].cells[0], new)], MARKS)
    checked(parts_of(saved)[MAIN])
    before, after = table(row(cell("|"))).split("|")
    return body_of(saved)[len(before) : -len(after)].replace(BY, "")


def deleted(number: int, text: str, properties: str = "") -> str:
    return f'<w:del w:id="{number}"><w:r>{properties}<w:delText>{text}</w:delText></w:r></w:del>'


def inserted(number: int, text: str, properties: str = "") -> str:
    return f'<w:ins w:id="{number}">{run(text, properties)}</w:ins>'


def resolved(data: bytes, *, accept: bool) -> bytes:
    """The document after Word's 接受 or 拒绝 of all our changes."""
    root = etree.fromstring(parts_of(data)[MAIN])
    for kind, keep in (("ins", accept), ("del", not accept)):
        for element in list(root.iter(f"{{{W}}}{kind}")):
            if element.get(f"{{{W}}}author") != MARKS.author:
                continue
            parent, place = element.getparent(), element.getparent().index(element)
            parent.remove(element)
            for child in reversed(list(element) if keep else []):
                parent.insert(place, child)
                for text in child.iter(f"{{{W}}}delText"):
                    text.tag = f"{{{W}}}t"
    return packed(etree.tostring(root, encoding="unicode"))


def all_texts(data: bytes) -> list:
    """Of cells, but for breaks and tabs around them, and of paragraphs."""
    document = docx.read(data)
    cells = [[text.strip("\n\t") for text in line] for line in texts(document)]
    return [cells, [p.text for p in document.paragraphs]]


def test_the_old_number_is_deleted_and_the_new_one_inserted_with_the_same_properties():
    after = content_after(paragraph(run("12", RED)), "13")
    assert after == paragraph(deleted(1, "12", RED), inserted(2, "13", RED))


def test_author_and_date_are_given():
    saved = marked(read_body(table(row(plain("12")))), "12", "13")
    assert body_of(saved).count(BY) == 2


def test_what_stays_of_a_text_stays_in_its_own_run():
    after = content_after(paragraph(run("共12件", RED)), "共13件")
    assert after == paragraph(run("共", RED), deleted(1, "12", RED), inserted(2, "13", RED), run("件", RED))


def test_what_else_a_run_holds_stays_where_it_is():
    content = "<w:r><w:lastRenderedPageBreak/><w:t>12</w:t><w:br/><w:t>7</w:t></w:r>"
    assert content_after(paragraph(content), "13\n7") == paragraph(
        "<w:r><w:lastRenderedPageBreak/></w:r>",
        deleted(1, "12"),
        inserted(2, "13"),
        "<w:r><w:br/><w:t>7</w:t></w:r>",
    )


def test_a_number_that_is_emptied_is_only_deleted():
    assert content_after(paragraph(run("12")), "") == paragraph(deleted(1, "12"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:p/>", paragraph(inserted(1, "7"))),
        (paragraph("<w:r><w:t/></w:r>"), paragraph("<w:r><w:t/></w:r>", inserted(1, "7"))),
        (paragraph(f"<w:r>{RED}</w:r>"), paragraph(f"<w:r>{RED}</w:r>", inserted(1, "7", RED))),
        (
            paragraph(properties=f"<w:pPr>{RED}</w:pPr>"),
            paragraph(inserted(1, "7", RED), properties=f"<w:pPr>{RED}</w:pPr>"),
        ),
    ],
)
def test_a_blank_cell_gets_an_insertion(before, after):
    assert content_after(before, "7") == after


def test_numbers_of_changes_are_unlike_all_others_in_the_part():
    content = paragraph(
        "<w:bookmarkStart w:id='1'/>", run("12"), "<w:bookmarkEnd w:id='1'/>", "<w:ins w:id='3'/>"
    )
    after = content_after(content, "13")
    assert deleted(2, "12") in after
    assert inserted(4, "13") in after


def test_somebody_elses_insertion_is_deleted_within_it_and_ours_stands_behind():
    foreign = "<w:ins w:id='5' w:author='张三'>{}</w:ins>"
    assert content_after(paragraph(foreign.format(run("12"))), "13") == paragraph(
        foreign.format(deleted(1, "12")), inserted(2, "13")
    )


def test_the_rest_of_somebody_elses_insertion_stays_his():
    foreign = "<w:ins w:id='5' w:author='张三'>{}</w:ins>"
    after = content_after(paragraph(foreign.format(run("共12件") + run("了"))), "共13件了")
    rest = foreign.replace("'5'", '"3"').format(run("件") + run("了"))
    assert after == paragraph(foreign.format(run("共") + deleted(1, "12")), inserted(2, "13"), rest)


@pytest.mark.parametrize("around", ["hyperlink", "smartTag"])
def test_a_number_in_a_harmless_wrapper_is_marked_in_it(around):
    content = f"<w:{around}>{{}}</w:{around}>"
    after = content_after(paragraph(content.format(run("12"))), "13")
    assert after == paragraph(content.format(deleted(1, "12") + inserted(2, "13")))


@pytest.mark.parametrize(
    "content",
    [
        f"<w:moveTo w:id='1' w:author='张三'>{run('12')}</w:moveTo>",
        f"<w:ruby><w:rubyBase>{run('12')}</w:rubyBase></w:ruby>",
        f"<w:ins w:id='1'><w:hyperlink>{run('12')}</w:hyperlink></w:ins>",
        f"<w:unheardOf>{run('12')}</w:unheardOf>",
    ],
)
def test_where_a_mark_is_a_risk_it_is_refused_in_words(content):
    document = one_cell(paragraph(content))
    with pytest.raises(SaveError, match=r"12.*没有把握.*不留痕迹另存"):
        marked(document, "12", "13")
    assert texts(docx.read(docx.encode(document, [Correction(document.tables[0].cells[0], "13")]))) == [
        ["13"]
    ]


def test_a_change_of_format_that_was_tracked_is_not_tracked_twice():
    tracked = "<w:rPr><w:b/><w:rPrChange w:id='7' w:author='张三'><w:rPr/></w:rPrChange></w:rPr>"
    after = content_after(paragraph(run("共12件", tracked)), "共13件")
    assert after.count("rPrChange") == 2
    assert deleted(1, "12", "<w:rPr><w:b/></w:rPr>") in after


def test_a_paragraph_is_marked_where_its_numbers_change():
    document = read_body(paragraph(run("新收12件，"), run("办结7件。", RED)))
    (prose,) = document.paragraphs
    saved = docx.mark(document, [Correction(prose.as_cell(), "新收13件，办结8件。")], MARKS)
    assert body_of(saved).replace(BY, "") == paragraph(
        run("新收"), deleted(1, "12"), inserted(2, "13"), run("件，"),
        run("办结", RED), deleted(3, "7", RED), inserted(4, "8", RED), run("件。", RED),
    )  # fmt: skip
    assert all_texts(resolved(saved, accept=False)) == all_texts(document.source)


def test_spaces_at_the_edge_of_a_piece_are_kept():
    after = content_after(paragraph("<w:r><w:t xml:space='preserve'>1 2</w:t></w:r>"), "1 3")
    assert '<w:t xml:space="preserve">1 </w:t>' in after


def test_a_text_box_is_marked_in_both_its_versions():
    document = read_body(paragraph(text_box(table(row(plain("12"))) + "<w:p/>")))
    body = body_of(marked(document, "12", "13"))
    assert (body.count("<w:delText>12<"), body.count("<w:t>13<")) == (2, 2)
    assert len(set(body.split('w:id="')[1:])) == 4


def test_only_the_main_part_is_written_anew():
    document = read_body(table(row(plain("12"))))
    before, after = raw_records(document.source), raw_records(marked(document, "12", "13"))
    assert [name for name in before if before[name] != after[name]] == [MAIN]


def test_without_corrections_the_file_stays_as_it_is():
    document = read_body(table(row(plain("12"))))
    assert docx.mark(document, [], MARKS) == document.source


def test_an_authors_name_is_no_markup():
    document = read_body(table(row(plain("12"))))
    saved = docx.mark(document, [Correction(document.tables[0].cells[0], "13")], Marks('<"&', MARKS.when))
    assert 'w:author="&lt;&quot;&amp;"' in body_of(saved)


def test_a_marked_file_can_be_corrected_and_marked_again():
    first = marked(read_body(table(row(plain("12")))), "12", "13")
    second = marked(docx.read(first), "13", "14")
    assert texts(docx.read(second)) == [["14"]]
    assert texts(docx.read(resolved(second, accept=True))) == [["14"]]


@settings(max_examples=80, deadline=None)
@given(contents=st.lists(CELLS, min_size=1, max_size=3), new=st.from_regex(r"[0-9]{0,4}", fullmatch=True))
def test_accepted_it_reads_like_the_unmarked_correction_and_rejected_like_the_original(contents, new):
    document = docx.read(made(table(row(*(cell(content) for content in contents)))))
    for target in document.tables[0].cells:
        saved = docx.mark(document, [Correction(target, new)], MARKS)
        clean = docx.encode(document, [Correction(target, new)])
        assert all_texts(saved) == all_texts(clean)
        assert all_texts(resolved(saved, accept=True)) == all_texts(clean)
        assert all_texts(resolved(saved, accept=False)) == all_texts(document.source)


@with_office
def test_libreoffice_knows_who_deleted_and_inserted_what(tmp_path):
    from tests.core.export.sittings import converted, sitting_of_word

    report = sitting_of_word({"requests.new.natural": "999"}).report
    target = report.recognition.tables["requests"].cells["requests.new.natural"]
    saved = docx.mark(report.document, [Correction(target, "998")], MARKS)
    flat = converted(saved, tmp_path, "痕迹.docx", "fodt").read_text(encoding="utf-8")
    assert flat.count("<dc:creator>核对员</dc:creator>") == 2
    assert "<text:deletion>" in flat
    assert "<text:insertion>" in flat
