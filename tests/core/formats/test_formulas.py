"""Formulas: exact values against Python's own arithmetic, and silence where nothing certain can be said."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formats.xlsx.formulas import Formula
from core.formats.xlsx.functions import UNKNOWN, Cells
from core.formats.xlsx.grid import Area, cell_name

SHEET = {
    "A1": Decimal(3),
    "A2": Decimal("0.1"),
    "A3": Decimal("0.2"),
    "B1": "12",
    "B2": "甲",
    "B3": True,
    "C1": UNKNOWN,
    "D1": "",
}


def value(text: str, cells=SHEET, names=None):
    def source(reference):
        a = reference.area
        places = [
            (r, c) for r in range(a.top, min(a.bottom, 9) + 1) for c in range(a.left, min(a.right, 9) + 1)
        ]
        return Cells(tuple(cells.get(cell_name(*place)) for place in places), single=a.size == 1)

    return Formula(text, names or {}).evaluate(source)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1+2*3-4/8", Decimal("6.5")),
        ("(1+2)*(3-4)", Decimal(-3)),
        ("2-3-4", Decimal(-5)),
        ("16/4/2", Decimal(2)),
        ("-A1+--2", Decimal(-1)),
        ("50%", Decimal("0.5")),
        ("200*10%%", Decimal("0.2")),
        (" 1E2 + .5 ", Decimal("100.5")),
        ("A2+A3", Decimal("0.3")),
        ("SUM(A1:A3)", Decimal("3.3")),
        ('sum($a$1:A3,1,"2",TRUE)', Decimal("7.3")),
        ("SUM(A:A)", Decimal("3.3")),
        ("SUM(1:1,C2)", UNKNOWN),
        ("SUM(2:3)", Decimal("0.3")),
        ("SUM(B1:B3)", Decimal(0)),
        ("SUM(A1,,2)", Decimal(5)),
        ("A1+B1", Decimal(15)),
        ("A1+B2", UNKNOWN),
        ("A1+B3", Decimal(4)),
        ("A1+Z99", Decimal(3)),
        ("A1+D1", UNKNOWN),
        ("C1", UNKNOWN),
        ("C1*0", UNKNOWN),
        ("SUM(A1:C1)", UNKNOWN),
        ("Z99", Decimal(0)),
        ("B2", "甲"),
        ("AVERAGE(A1:A3)", Decimal("1.1")),
        ("AVERAGE(B1:B3)", UNKNOWN),
        ("MAX(A1:A3)-MIN(A1:A3)", Decimal("2.9")),
        ("MAX(B1:B2)", Decimal(0)),
        ("ABS(-2.5)", Decimal("2.5")),
        ("ROUND(2.675,2)", Decimal("2.68")),
        ("ROUND(2.6749999999999998,2)", Decimal("2.68")),
        ("ROUND(-2.5,0)", Decimal(-3)),
        ("ROUND(1250,-2)", Decimal(1300)),
        ("N(B2)+N(B3)+N(A1)", Decimal(4)),
        ('IF(A1=3,"是",1/0)', "是"),
        ("IF(A1<>3,1/0,B2)", "甲"),
        ("IF(A1>5,1)", False),
        ("IF(Z99,1,2)", Decimal(2)),
        ("IF(B2,1,2)", UNKNOWN),
        ("IF(1,,2)", Decimal(0)),
        ("IF(A1>=3,IF(A1<=3,7,8),9)", Decimal(7)),
        ("A2+A3=0.3", True),
        ('Z99=""', True),
        ("Z99=0", True),
        ('A1<"甲"', True),
        ('"abc"="ABC"', True),
        ('"１"="1"', UNKNOWN),
        ('"甲"<"乙"', UNKNOWN),
        ("TRUE>99", True),
        ('"说""话"""', '说"话"'),
        ("1/0", UNKNOWN),
        ("A1:A2+1", UNKNOWN),
        ("A1^2", UNKNOWN),
        ("A1&A2", UNKNOWN),
        ("VLOOKUP(A1,A1:B3,2)", UNKNOWN),
        ("SUM(", UNKNOWN),
        ("SUM(1,2", UNKNOWN),
        ("1 2", UNKNOWN),
        ("", UNKNOWN),
        ("ABS(1,2)", UNKNOWN),
        ("{1,2}", UNKNOWN),
        ("#N/A", UNKNOWN),
        ("1E999", UNKNOWN),
        ("9E307*100", UNKNOWN),
    ],
)
def test_values(text, expected):
    result = value(text)
    assert result == expected
    assert type(result) is type(expected)


def test_names_stand_for_their_definition():
    names = {"单价": "Sheet1!$A$1", "两倍": "单价*2", "相对": "Sheet1!A1", "圈": "圈+1"}
    assert value("单价+1", names=names) == 4
    assert value("两倍*2", names=names) == 12
    assert value("相对", names=names) is UNKNOWN
    assert value("圈", names=names) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SUM(B2:C3)+$A$1", [("", Area(1, 1, 2, 2)), ("", Area(0, 0, 0, 0))]),
        ("'表 三'!A1+表四!$B2", [("表 三", Area(0, 0, 0, 0)), ("表四", Area(1, 1, 1, 1))]),
        ("'it''s'!A1", [("it's", Area(0, 0, 0, 0))]),
        ('VLOOKUP(A1,C3:B2,2)^2&"D4"', [("", Area(0, 0, 0, 0)), ("", Area(1, 1, 2, 2))]),
        ("SUM(B:C,2:3)", [("", Area(0, 1, 1_048_575, 2)), ("", Area(1, 0, 2, 16_383))]),
        ("LOG10(5)+1", []),
        ('INDIRECT("A1")', None),
        ("OFFSET(A1,1,1)", None),
        ("A1:INDEX(B1:B3,2)", None),
        ("Sheet1:Sheet3!A1", None),
        ("'Sheet1:Sheet3'!A1", None),
        ("[1]Sheet1!A1", None),
        ("'[1]Sheet 1'!A1", None),
        ("表1[合计]", None),
        ("A1#", None),
        ("@A1", None),
        ("没有的名字", None),
        ("XFE1", None),
        ("A1048577", None),
    ],
)
def test_references(text, expected):
    found = Formula(text, {}).references
    assert (found if found is None else [tuple(r) for r in found]) == expected


def test_shared_formulas_move_only_relative_references():
    moved = Formula("A1+$A1+A$1+$A$1+SUM(A:A,1:1,$A:$A,$1:$1)", {}, down=2, right=1).references
    assert moved is not None
    names = [(a.top, a.left, a.bottom, a.right) for _, a in moved]
    rows, columns = 1_048_575, 16_383
    assert names == [
        (2, 1, 2, 1),
        (2, 0, 2, 0),
        (0, 1, 0, 1),
        (0, 0, 0, 0),
        (0, 1, rows, 1),
        (2, 0, 2, columns),
        (0, 0, rows, 0),
        (0, 0, 0, columns),
    ]
    assert Formula("A1", {}, down=-1).references is None


numbers = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3)


@st.composite
def expressions(draw, depth=4):
    """An expression as a spreadsheet writes it, and its value as a fraction (None: division by zero)."""
    if depth == 0 or draw(st.booleans()):
        n = draw(st.integers(0, 10**6) | numbers.map(abs))
        return str(n), Fraction(n)
    left, a = draw(expressions(depth=depth - 1))
    right, b = draw(expressions(depth=depth - 1))
    sign = draw(st.sampled_from("+-*/"))
    if a is None or b is None or (sign == "/" and b == 0):
        return f"({left}){sign}({right})", None
    result = {"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else None}[sign]
    return f"({left}){sign}({right})", result


@given(expressions())
def test_arithmetic_agrees_with_fractions(expression):
    text, expected = expression
    result = value(text)
    if expected is None:
        assert result is UNKNOWN
    else:
        assert isinstance(result, Decimal)
        assert abs(Fraction(result) - expected) <= abs(expected) * Fraction(1, 10**50)


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=9), st.sampled_from("+-*"))
def test_chains_without_brackets_agree_with_python(terms, sign):
    text = sign.join(f"({n})" for n in terms)
    assert value(text) == eval(text)
    mixed = "+".join(f"{abs(n)}*{abs(n) % 7}-{abs(n) % 5}" for n in terms)
    assert value(mixed) == eval(mixed)


@given(st.lists(numbers | st.text(max_size=3) | st.booleans() | st.none(), min_size=1, max_size=9))
def test_sum_max_and_min_count_only_numbers(contents):
    cells = {f"A{i}": c for i, c in enumerate(contents, 1)}
    counted = [c for c in contents if isinstance(c, Decimal)]
    area = f"A1:A{len(contents)}"
    assert value(f"SUM({area})", cells) == sum(counted)
    assert value(f"MAX({area})", cells) == max(counted, default=0)
    assert value(f"MIN({area})", cells) == min(counted, default=0)


@given(st.decimals(-(10**6), 10**6, places=4), st.integers(-3, 4))
def test_round_is_half_away_from_zero(number, places):
    expected = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert value(f"ROUND({number},{places})") == expected


@given(st.text(st.sampled_from("A1$:!+-*/%()<>=,;{}\"'# SUMIF表甲[]@^&.E9"), max_size=40))
def test_no_text_makes_it_raise(text):
    value(text)
