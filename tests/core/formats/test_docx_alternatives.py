"""Texts that stand in a Word document twice, for new programs and for old ones: both change, or neither."""

import pytest

from core.errors import SaveError
from tests.core.formats.test_docx_grid import text_box
from tests.core.formats.test_docx_package import corrected, paragraph, plain, read_body, row, run, table
from tests.core.formats.test_docx_prose import rewritten
from tests.core.formats.test_docx_write import body_of


def test_a_text_box_is_corrected_in_both_its_versions():
    body = paragraph(run("框外12件"), text_box(paragraph(run("前言")) + paragraph(run("框内"), run("12件"))))
    saved = body_of(rewritten(read_body(body), "框内13件", 1))
    assert saved == body.replace("<w:t>12件", "<w:t>13件")
    assert saved.count("<w:t>13件") == 2


def test_a_text_box_whose_other_version_says_something_else_keeps_that_one():
    body = paragraph(text_box(paragraph(run("新收12件"))))
    old, new = body.split("<mc:Fallback")
    differing = f"{old}<mc:Fallback{new.replace('12', '11')}"
    saved = body_of(rewritten(read_body(differing), "新收13件"))
    assert saved == differing.replace("12", "13")


def test_a_text_box_that_can_be_corrected_in_one_version_only_is_refused():
    body = paragraph(text_box(paragraph(run("新收12件"))))
    old, new = body.split("<mc:Fallback")
    calculated = new.replace(run("新收12件"), f"<w:fldSimple w:instr='=1'>{run('新收12件')}</w:fldSimple>")
    with pytest.raises(SaveError, match=r"12.*两份"):
        rewritten(read_body(f"{old}<mc:Fallback{calculated}"), "新收13件")


def test_alternatives_within_a_sentence_are_refused_and_the_rest_of_it_is_not():
    both = f"<mc:Choice Requires='a'>{run('12')}</mc:Choice><mc:Fallback>{run('12')}</mc:Fallback>"
    document = read_body(
        paragraph(run("新收"), f"<mc:AlternateContent>{both}</mc:AlternateContent>", run("件"))
    )
    with pytest.raises(SaveError, match=r"12.*两份"):
        rewritten(document, "新收13件")
    assert body_of(rewritten(document, "办结12件")) == body_of(document.source).replace("新收", "办结")


def test_a_cell_with_alternatives_in_its_text_is_refused():
    both = f"<mc:Choice Requires='a'>{run('12')}</mc:Choice><mc:Fallback>{run('12')}</mc:Fallback>"
    inner = paragraph(f"<mc:AlternateContent>{both}</mc:AlternateContent>")
    document = read_body(table(row(plain("").replace("<w:p/>", inner))))
    with pytest.raises(SaveError, match=r"12.*两份"):
        corrected(document, "12", "13")
