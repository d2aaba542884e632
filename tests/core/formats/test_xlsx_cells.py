"""Single cells of a worksheet as bytes: a new value stands where the schema wants it, all else stays."""

from decimal import Decimal

import pytest

from core.errors import SaveError
from core.formats.xlsx.write import (
    is_plain_number,
    new_cell,
    recalculating,
    value_for,
    with_result,
    with_value,
)


@pytest.mark.parametrize("text", ["0", "12", "-1.5", "96171.6", "100000000000000"])
def test_what_a_number_cell_shows_again_is_a_plain_number(text):
    assert is_plain_number(text)


@pytest.mark.parametrize("text", ["", "/", "007", "1.50", "+1", "1,234", "１２", " 1", "1E+30", "-"])
def test_what_it_would_show_otherwise_is_none(text):
    assert not is_plain_number(text)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [("n", "12.5", Decimal("12.5")), ("inlineStr", "12", "12"), ("str", "甲", "甲"), ("", "", None)],
)
def test_formulas_see_numbers_as_numbers_texts_as_texts_and_blanks_as_nothing(kind, text, value):
    assert value_for(kind, text) == value
    assert type(value_for(kind, text)) is type(value)


@pytest.mark.parametrize(
    ("before", "kind", "text", "after"),
    [
        ('<c r="A1"/>', "", "", '<c r="A1"/>'),
        ('<c r="A1" t="s"/>', "", "", '<c r="A1"/>'),
        ('<c r="A1"/>', "b", "1", '<c r="A1" t="b"><v>1</v></c>'),
        ('<c r="A1"></c>', "str", "甲", '<c r="A1" t="str"><v>甲</v></c>'),
        ('<c r="A1" t="b"><v>1</v></c>', "b", "0", '<c r="A1" t="b"><v>0</v></c>'),
        # the value's own attributes stay where it is written in place
        ('<c r="A1"><v x="y">5</v></c>', "n", "6", '<c r="A1"><v x="y">6</v></c>'),
        ('<c r="A1"><v x="y">5</v></c>', "b", "1", '<c r="A1" t="b"><v x="y">1</v></c>'),
        ('<c r="A1"><v x="y">5</v></c>', "str", "甲", '<c r="A1" t="str"><v x="y">甲</v></c>'),
        # a value stands behind the formula and before extensions
        ('<c r="A1"><f>B1</f></c>', "n", "6", '<c r="A1"><f>B1</f><v>6</v></c>'),
        ('<c r="A1"><f>B1</f><extLst/></c>', "n", "6", '<c r="A1"><f>B1</f><v>6</v><extLst/></c>'),
        ('<c r="A1"><extLst/></c>', "n", "6", '<c r="A1"><v>6</v><extLst/></c>'),
        # a formula's attributes are not the cell's
        (
            '<c r="A1"><f t="shared" si="0">B1</f><v>5</v></c>',
            "str",
            "甲",
            '<c r="A1" t="str"><f t="shared" si="0">B1</f><v>甲</v></c>',
        ),
        # what stands there twice stands there once
        ('<c r="A1"><v>5</v><is><t>6</t></is></c>', "n", "7", '<c r="A1"><v>7</v></c>'),
        ('<c r="A1"><v>5</v><v>6</v><v/></c>', "n", "7", '<c r="A1"><v>7</v></c>'),
        # kinds change into each other
        ('<c r="A1" t="inlineStr"><is><t>甲</t></is></c>', "n", "7", '<c r="A1"><v>7</v></c>'),
        ('<c r="A1" t="inlineStr"><is><t>甲</t></is></c>', "", "", '<c r="A1"></c>'),
        (
            '<c r="A1" t="inlineStr"><is/></c>',
            "inlineStr",
            "乙",
            '<c r="A1" t="inlineStr"><is><t>乙</t></is></c>',
        ),
    ],
)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_value_is_written_at_its_place(before, kind, text, after, prefix):
    def named(element: str) -> str:
        return element.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}")

    assert with_value(named(before).encode(), prefix.encode(), kind, text).decode() == named(after)


@pytest.mark.parametrize(
    ("result", "after"),
    [
        (True, '<c t="b"><f>B1</f><v>1</v></c>'),
        (False, '<c t="b"><f>B1</f><v>0</v></c>'),
        ("是", '<c t="str"><f>B1</f><v>是</v></c>'),
        (Decimal("2.5"), "<c><f>B1</f><v>2.5</v></c>"),
    ],
)
def test_a_result_is_stored_by_its_kind(result, after):
    assert with_result(b"<c><f>B1</f><v>7</v></c>", b"", result).decode() == after


def test_a_new_cell_has_its_neighbours_style_if_that_has_one():
    assert new_cell("B2", "4", b"", "7") == b'<c r="B2" s="4"><v>7</v></c>'
    assert new_cell("B2", "", b"x:", "/") == b'<x:c r="B2" t="inlineStr"><x:is><x:t>/</x:t></x:is></x:c>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w><sheets/></w>", '<w><sheets/><calcPr fullCalcOnLoad="1"/></w>'),
        (
            "<w><sheets><sheet/></sheets><definedNames></definedNames><ext/></w>",
            '<w><sheets><sheet/></sheets><definedNames></definedNames><calcPr fullCalcOnLoad="1"/><ext/></w>',
        ),
        ('<w><sheets/><calcPr a="1"/></w>', '<w><sheets/><calcPr a="1" fullCalcOnLoad="1"/></w>'),
        ("<w><sheets/><calcPr></calcPr></w>", '<w><sheets/><calcPr fullCalcOnLoad="1"></calcPr></w>'),
        (
            "<w><sheets/><calcPr fullCalcOnLoad='0'/></w>",
            '<w><sheets/><calcPr fullCalcOnLoad="1"/></w>',
        ),
        ('<w><sheets/><calcPr fullCalcOnLoad="1"/></w>', '<w><sheets/><calcPr fullCalcOnLoad="1"/></w>'),
        (
            "<w><ext><calcPr/><sheets/></ext><sheets/></w>",
            '<w><ext><calcPr/><sheets/></ext><sheets/><calcPr fullCalcOnLoad="1"/></w>',
        ),
    ],
)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_the_wish_to_recalculate_is_put_where_it_belongs(before, after, prefix):
    def named(part: str) -> str:
        return part.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}")

    assert recalculating(named(before).encode(), prefix.encode()).decode() == named(after)


def test_a_workbook_without_a_place_for_the_wish_is_refused():
    with pytest.raises(SaveError, match=r"^文件内部结构不完整，没有保存；请用 Excel 或 WPS 打开"):
        recalculating(b"<workbook><x/></workbook>", b"")
