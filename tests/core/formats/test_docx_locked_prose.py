"""Which paragraphs of a Word document can be corrected, and why the others cannot."""

import pytest

from core.errors import SaveError
from tests.core.formats.test_docx_package import cell, paragraph, plain, read_body, row, run, table
from tests.core.formats.test_docx_prose import rewritten
from tests.core.formats.test_docx_text import field


def bound_control(content: str) -> str:
    properties = '<w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "content",
    [
        run("新收12件"),
        run("新收") + run("12") + run("件"),
        "<w:r><w:t>新收</w:t><w:br/><w:t>12件</w:t><w:tab/></w:r>",
        f"<w:ins>{run('12')}</w:ins><w:hyperlink>{run('件')}</w:hyperlink>",
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('12')}</w:sdtContent></w:sdt>",
    ],
)
def test_a_paragraph_of_ordinary_runs_can_be_corrected(content):
    (only,) = read_body(paragraph(content)).paragraphs
    assert (only.anchor is not None, only.locked) == (True, "")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (run("新收") + field(run("12")) + run("件"), "域"),
        (f"<w:fldSimple w:instr='=1'>{run('12')}</w:fldSimple>", "域"),
        ("<w:r><w:t>0562</w:t><w:noBreakHyphen/><w:t>12</w:t></w:r>", "连字符"),
        (run("新收") + bound_control(run("12")), "绑定"),
    ],
)
def test_a_paragraph_that_is_not_ordinary_text_says_why_it_cannot_be_corrected(content, reason):
    (only,) = read_body(paragraph(content)).paragraphs
    assert only.anchor is None
    assert reason in only.locked
    assert only.as_cell().locked == only.locked


def test_a_bound_content_control_locks_its_own_paragraphs_only():
    inside = paragraph(run("甲12件")) + paragraph(run("乙12件"))
    document = read_body(paragraph(run("前")) + bound_control(inside) + paragraph(run("后")))
    assert [(p.text, bool(p.locked)) for p in document.paragraphs] == [
        ("前", False),
        ("甲12件", True),
        ("乙12件", True),
        ("后", False),
    ]


def test_a_bound_content_control_in_a_cell_of_layout_locks_its_own_paragraphs_only():
    inner = table(row(plain("1")))
    content = paragraph(run("前")) + inner + paragraph(run("中")) + bound_control(paragraph(run("12件")))
    document = read_body(table(row(cell(content + paragraph(run("后"))))))
    assert [(p.text, bool(p.locked)) for p in document.paragraphs] == [
        ("前", False),
        ("中", False),
        ("12件", True),
        ("后", False),
    ]


def test_a_locked_paragraph_is_refused_with_its_reason_and_only_the_beginning_of_its_text():
    long = "本年度共收到政府信息公开申请" * 5
    document = read_body(paragraph(run(long), f"<w:fldSimple w:instr='=1'>{run('12')}</w:fldSimple>"))
    with pytest.raises(SaveError, match=r"本年度.*…”.*域") as refusal:
        rewritten(document, long + "13")
    assert len(str(refusal.value)) < 120
