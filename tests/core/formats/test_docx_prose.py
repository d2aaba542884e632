"""A number in a sentence of a Word document: only the runs it stands in change, whatever is around them."""

import io
import re
from itertools import accumulate

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import SaveError
from core.formats import docx
from core.formats.xmlspans import checked
from core.stretches import stretches
from core.tables import Correction, Document
from tests.core.formats.test_docx_package import (
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
from tests.core.formats.test_docx_write import MAIN, body_of

BOLD = "<w:rPr><w:b/></w:rPr>"
FOOTNOTE = "<w:r><w:footnoteReference w:id='2'/></w:r>"


def rewritten(document: Document, new: str, number: int = 0) -> bytes:
    """The document with one paragraph's new text."""
    target = list(document.paragraphs)[number]
    return docx.encode(document, [Correction(target.as_cell(), new)])


def after(content: str, new: str) -> str:
    """The only paragraph's content after its correction, which is proved to read back."""
    saved = rewritten(read_body(paragraph(content)), new)
    assert [p.text for p in docx.read(saved).paragraphs] == [new]
    return body_of(saved).removeprefix("<w:p>").removesuffix("</w:p>")


@pytest.mark.parametrize(
    ("before", "new", "expected"),
    [
        (
            run("新收") + run("12", BOLD) + run("件。"),
            "新收13件。",
            run("新收") + run("13", BOLD) + run("件。"),
        ),
        (
            run("新收1") + run("2", BOLD) + run("件"),
            "新收34件",
            run("新收34") + run("", BOLD) + run("件"),
        ),
        (
            run("新收12件，", BOLD) + run("办结12件"),
            "新收12件，办结9件",
            run("新收12件，", BOLD) + run("办结9件"),
        ),
        (
            run("新收", BOLD) + run("5") + run("件"),
            "新收15件",
            run("新收", BOLD) + run("15") + run("件"),
        ),
        (
            run("新收1件、", BOLD) + run("2件、") + run("3件", BOLD),
            "新收2件、3件、4件",
            run("新收2件、", BOLD) + run("3件、") + run("4件", BOLD),
        ),
        (run("新收", BOLD) + run("件"), "新收5件", run("新收5", BOLD) + run("件")),
        (run("") + run("件"), "5件", run("") + run("5件")),
        (run("新收") + run("　", BOLD) + run("件"), "新收5件", run("新收") + run("5", BOLD) + run("件")),
        (run("新收") + run("12") + run("件"), "新收件", run("新收") + run("") + run("件")),
        (run("一二三") + run("四五"), "一五", run("一") + run("五")),
    ],
)
def test_a_change_goes_into_the_run_it_stands_in(before, new, expected):
    assert after(before, new) == expected


def test_a_number_that_only_looks_joined_to_another_leaves_that_one_alone():
    table_number, count = run("见表1") + FOOTNOTE, run("2023年")
    assert after(table_number + count, "见表12024年") == table_number + run("2024年")
    raised = run("1", "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>")
    assert after(run("新收12") + raised + run("件"), "新收131件") == run("新收13") + raised + run("件")


@pytest.mark.parametrize(
    "around",
    [
        "<w:bookmarkStart w:id='1' w:name='数'/>{}<w:bookmarkEnd w:id='1'/>",
        "<w:commentRangeStart w:id='3'/>{}<w:commentRangeEnd w:id='3'/><w:r><w:commentReference/></w:r>",
        "<w:ins w:id='1' w:author='张三'>{}</w:ins>",
        "<w:del w:id='1'><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id='2'>{}</w:ins>",
        "<w:hyperlink w:anchor='数'>{}</w:hyperlink>",
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r>{}",
        "<w:r><w:t>截至<![CDATA[年]]>底&amp;</w:t></w:r><!-- 12 -->{}",
        "<w:r><w:drawing/></w:r>{}" + FOOTNOTE,
    ],
)
def test_what_stands_around_a_number_stays(around):
    content = run("新收") + around + run("件")
    (only,) = read_body(paragraph(content.format(run("12", BOLD)))).paragraphs
    new = only.text.replace("12", "345")
    assert after(content.format(run("12", BOLD)), new) == content.format(run("345", BOLD))


def test_breaks_and_tabs_stay_where_they_are():
    content = "<w:r><w:tab/><w:t>新收{}</w:t><w:br/><w:t>{}件</w:t><w:tab/></w:r>"
    assert after(content.format("1", "2"), "\t新收3\n4件\t") == content.format("3", "4")
    assert after(content.format("1", "12"), "\t新收12\n1件\t") == content.format("12", "1")


@pytest.mark.parametrize("new", ["新收12件", "新收1\t2件", "新收1\n\n2件", "新收1\n2件\n"])
def test_a_text_without_its_breaks_or_with_others_is_refused(new):
    document = read_body(paragraph("<w:r><w:t>新收1</w:t><w:br/><w:t>2件</w:t></w:r>"))
    with pytest.raises(SaveError, match=r"新收.*换行和制表符.*。"):
        rewritten(document, new)


def test_nothing_can_be_put_where_there_is_no_run():
    with pytest.raises(SaveError, match="换行和制表符"):
        rewritten(read_body(paragraph("<w:r><w:t>新收12件</w:t><w:tab/></w:r>")), "新收12件\t。")


@pytest.mark.parametrize("new", ["新收\x002件", "新收\ud800件", "新收\x1f件"])
def test_characters_no_file_can_hold_are_refused(new):
    with pytest.raises(SaveError, match="看不见的字符"):
        rewritten(read_body(paragraph(run("新收12件"))), new)


def test_line_ends_within_a_run_are_text_and_stay():
    assert after(run("新收\n12件"), "新收\n13件") == run("新收\n13件")


def test_of_two_paragraphs_that_read_the_same_the_one_that_is_meant_changes():
    body = paragraph(run("新收12件"))
    assert body_of(rewritten(read_body(body + body), "新收13件", 1)) == body + body.replace("12", "13")


def test_a_paragraph_joined_from_two_is_corrected_in_both():
    joined = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    body = paragraph(run("新收12"), properties=joined) + paragraph(run("0件，办结9件"))
    saved = body_of(rewritten(read_body(body), "新收99件，办结8件"))
    assert saved == body.replace("新收12", "新收99").replace("0件，办结9", "件，办结8")


RUNS = st.text(alphabet="0129年件，𠮷", max_size=4)
WRAPPERS = st.sampled_from(
    [
        "{}",
        "<w:ins w:id='1' w:author='张三'>{}</w:ins>",
        "<w:hyperlink r='1'>{}</w:hyperlink>",
        "<w:bookmarkStart w:id='4'/>{}",
        "<w:commentRangeStart w:id='5'/>{}<w:commentRangeEnd w:id='5'/>" + FOOTNOTE,
        "<w:del w:id='2'><w:r><w:delText>3</w:delText></w:r></w:del>{}",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>{}",
        "<w:r><w:br/></w:r>{}",
        "{}<w:r><w:tab/></w:r>",
        "<w:proofErr w:type='spellStart'/>{}",
    ]
)
LOOKS = st.sampled_from(["", BOLD, "<w:rPr><w:color w:val='FF0000'/><w:sz w:val='32'/></w:rPr>"])
PIECES = st.lists(
    st.builds(lambda around, text, look: around.format(run(text, look)), WRAPPERS, RUNS, LOOKS),
    min_size=1,
    max_size=6,
)
TEXT = re.compile(r"<w:t(?: xml:space=\"preserve\")?>([^<]*)</w:t>")


def shown(body: str) -> list[str]:
    return [text for text in TEXT.findall(body) if text != "隐"]


def around_texts(body: str) -> str:
    return TEXT.sub(lambda found: found[0] if found[1] == "隐" else "<w:t/>", body)


@settings(max_examples=300, deadline=None)
@given(pieces=PIECES, data=st.data())
def test_any_change_of_any_paragraph_reads_back_and_changes_only_the_runs_it_touches(pieces, data):
    body = paragraph(run("前12件")) + paragraph(*pieces) + paragraph(run("后12件")) + table(row(plain("12")))
    document = read_body(body)
    first, *target, last = document.paragraphs
    if not target:
        return
    old = target[0].text
    begin = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(begin, min(begin + 3, len(old))))
    new = old[:begin] + data.draw(st.text(alphabet="0129十件", max_size=4)) + old[end:]
    if not new.strip():
        return
    try:
        saved = rewritten(document, new, 1)
    except SaveError:
        assert {"\n", "\t"} & set(old)
        return
    again = docx.read(saved)
    assert [p.text for p in again.paragraphs] == [first.text, new, last.text]
    assert texts(again) == texts(document)
    records, saved_records = raw_records(document.source), raw_records(saved)
    assert {name for name in records if records[name] != saved_records[name]} <= {MAIN}
    checked(parts_of(saved)[MAIN])
    assert around_texts(body_of(saved)) == around_texts(body)
    before, written = shown(body)[1:-2], shown(body_of(saved))[1:-2]
    touched = touched_runs(pieces, before, old, new)
    assert {n for n, (a, b) in enumerate(zip(before, written, strict=True)) if a != b} <= touched


def touched_runs(pieces: list[str], runs: list[str], old: str, new: str) -> set[int]:
    """The runs whose text overlaps a stretch that changes, or borders on something that is put in."""
    widths = [(("<w:br/>" in p), len(text), ("<w:tab/>" in p)) for p, text in zip(pieces, runs, strict=True)]
    ends = list(accumulate(sum(width) for width in widths))
    places = [
        (end - length - behind, end - behind) for end, (_, length, behind) in zip(ends, widths, strict=True)
    ]
    changes = list(stretches(old, new))
    return {
        n
        for n, (start, end) in enumerate(places)
        for change in changes
        if (start < change.end and change.start < end)
        or (change.start == change.end and start <= change.start <= end)
    }


@settings(max_examples=30, deadline=None)
@given(
    parts=st.lists(
        st.tuples(st.text("0129年件，", min_size=1, max_size=4), st.booleans()), min_size=1, max_size=6
    ),
    new=st.from_regex(r"[0-9]{1,5}", fullmatch=True),
    data=st.data(),
)
def test_python_docx_opens_it_with_the_new_text_and_the_same_looks(parts, new, data):
    built = python_docx.Document()
    target = built.add_paragraph()
    for text, bold in parts:
        target.add_run(text).bold = bold
    built.add_paragraph("以上12件")
    buffer = io.BytesIO()
    built.save(buffer)
    old = "".join(text for text, _ in parts)
    place = data.draw(st.integers(0, len(old)))
    wanted = old[:place] + new + old[place:]
    opened = python_docx.Document(io.BytesIO(rewritten(docx.read(buffer.getvalue()), wanted)))
    assert [p.text for p in opened.paragraphs] == [wanted, "以上12件"]
    assert [r.bold for r in opened.paragraphs[0].runs] == [bold for _, bold in parts]
