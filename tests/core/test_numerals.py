"""N1: numbers are read as people write them, exactly, and written back in the cell's own style."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerals import plain, read, write_like

FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("１２", 12),
        (" 12 ", 12),
        ("\u3000１２\u3000", 12),
        ("1,234", 1234),
        ("１，２３４", 1234),
        ("1 234", 1234),
        ("12\u00a0", 12),
        ("\u200b7", 7),
        ("12件", 12),
        ("１２ 件", 12),
        ("0", 0),
        ("007", 7),
        ("-3", -3),
        ("−3", -3),
        ("－3", -3),
        ("+2", 2),
        ("0.0", 0),
        ("15971.774796", Decimal("15971.774796")),
        ("251000元", 251000),
        ("0.5万元", Decimal("0.5")),
        ("9" * 30, int("9" * 30)),
    ],
)
def test_what_people_write_is_read(text, value):
    assert read(text).value == value


@pytest.mark.parametrize("text", ["", " ", "\u3000", "/", "／", "-", "—", "——", "－", "无", "\u200b", "\n"])
def test_blanks_count_as_zero_without_a_value(text):
    reading = read(text)
    assert (reading.kind, reading.value, reading.arithmetic) == ("blank", None, 0)


@pytest.mark.parametrize(
    "text",
    [
        "O",
        "22（其中修订16件）",
        "一",
        "十二",
        "1,23",
        "12,34",
        "3.",
        ".5",
        "1e3",
        "12\n34",
        "5.5.5",
        "#REF!",
        "约20",
        "--3",
    ],
)
def test_what_is_no_number_is_never_guessed(text):
    reading = read(text)
    assert (reading.kind, reading.value, reading.arithmetic) == ("text", None, None)


@given(st.integers(-(10**12), 10**12))
def test_plain_digits_read_back(value):
    assert read(plain(value)).value == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=0, max_value=10**9))
def test_decimals_are_exact(value):
    assert read(plain(value)).value == value


STYLES = (
    str,
    lambda n: str(n).translate(FULL_WIDTH),
    lambda n: f"{n:,}",
    lambda n: f"{n:,}".translate(FULL_WIDTH),
    lambda n: f"{n}件",
    lambda n: f"  {n}\u3000",
    lambda n: f"\u200b{n}",
)


@given(st.sampled_from(STYLES), st.integers(1000, 10**9), st.integers(0, 10**9))
def test_a_new_number_keeps_the_cells_way_of_writing(style, old, new):
    written = write_like(style(old), str(new))
    assert written == style(new)
    assert read(written).value == new


@given(st.sampled_from(STYLES), st.integers(1000, 10**9))
def test_writing_the_same_number_changes_nothing(style, number):
    assert write_like(style(number), str(number)) == style(number)


@pytest.mark.parametrize(("old", "typed"), [("/", "5"), ("", "12"), ("O", "0"), ("12", "/"), ("１２", "无")])
def test_where_there_is_no_number_the_typed_text_stands(old, typed):
    assert write_like(old, typed) == typed
