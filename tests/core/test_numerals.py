"""N1: numbers are read as people write them, exactly, and written back in the cell's own style."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerals import distance, is_plain, plain, read, write_like

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


@pytest.mark.parametrize(
    "unit", ["件次", "件", "宗", "例", "份", "次", "起", "条", "项", "个", "万元", "亿元", "元"]
)
def test_a_unit_behind_a_number_is_read_through_and_stays_when_another_is_written(unit):
    assert read(f"12{unit}").value == 12
    assert write_like(f"12{unit}", "345") == f"345{unit}"


@pytest.mark.parametrize("dash", "-−‐‑‒–—―－﹣─━")
def test_any_dash_is_a_minus_before_a_number_and_a_blank_by_itself(dash):
    assert read(f"{dash}3").value == -3
    assert read(dash).kind == "blank"


@pytest.mark.parametrize("unseen", "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202c")
def test_what_is_not_seen_does_not_count(unseen):
    assert read(f"1{unseen}2").value == 12


@pytest.mark.parametrize("text", ["12.0", "1,234.00", "-0.0"])
def test_a_whole_number_with_a_decimal_point_is_a_whole_number(text):
    assert type(read(text).value) is int


def test_a_number_longer_than_sixty_characters_is_none():
    assert read("9" * 60).value == int("9" * 60)
    assert read("9" * 61).kind == "text"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u3000",
        "/",
        "／",
        "-",
        "—",
        "——",
        "－",
        "---",
        "－－",
        "无",
        "\\",
        "//",
        "\u200b",
        "\n",
        "\u200b\n\u200b",
    ],
)
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
    lambda n: f"{n:,}".replace(",", "，"),
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


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("０", "5", "５"),
        ("９", "12", "１２"),
        ("1,234.5", "1234567.25", "1,234,567.25"),
        ("１，２３４．５", "98765.4", "９８，７６５．４"),
        ("-1,234", "-5678", "-5,678"),
        ("1，234", "5678.5", "5，678.5"),
        ("+2", "3", "3"),
        (" 1,234\n", "12", " 12\n"),
    ],
)
def test_a_way_of_writing_is_kept_in_every_part_of_the_number(old, new, written):
    assert write_like(old, new) == written


@pytest.mark.parametrize(
    ("old", "typed"),
    [
        ("/", "5"),
        ("", "12"),
        ("O", "0"),
        ("12", "/"),
        ("１２", "无"),
        ("12件", "/"),
        (" 12", "5.5.5"),
        ("约20件", "21"),
        ("12件", "9" * 41),
        ("12件", "0." + "9" * 21),
    ],
)
def test_where_there_is_no_number_the_typed_text_stands(old, typed):
    assert write_like(old, typed) == typed


@pytest.mark.parametrize("text", ["0", "7", "10", "3456", " 12\n"])
def test_whole_numbers_in_digits_are_plain(text):
    assert is_plain(text)


@pytest.mark.parametrize("text", ["", " ", "00", "007", "１２", "²", "1,234", "-3", "+3", "1.0", "12件", "/"])
def test_any_other_way_of_writing_is_not_plain(text):
    assert not is_plain(text)


@given(st.integers(), st.integers())
def test_the_distance_of_two_numbers_is_never_negative_and_the_same_both_ways(one, other):
    assert distance(one, other) == distance(other, one) == abs(one - other)
