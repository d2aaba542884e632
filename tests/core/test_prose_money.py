"""Sums of money in sentences: how exact they are said to be, and what part six says of 信息处理费."""

from decimal import Decimal

import pytest

from core.findings import paragraph_id
from core.prose.money import amounts
from tests.sentences import judged, subject

PART_SIX = "六、其他需要报告的事项"


def only(lines, figures=None):
    (found,) = judged(subject(lines, figures))
    return found


@pytest.mark.parametrize(
    ("text", "yuan", "half"),
    [
        ("1627.8万元", 16278000, 500),
        ("1,627.80万元", 16278000, 50),
        ("865000元", 865000, Decimal("0.5")),
        ("1.6亿元", 160000000, 5000000),
        ("三百元", 300, Decimal("0.5")),
        ("两万元", 20000, Decimal("0.5")),
        ("0.02万元", 200, 50),
    ],
)
def test_a_sum_is_read_in_yuan_with_half_a_unit_of_its_last_digit(text, yuan, half):
    (found,) = amounts(text, 0, len(text))
    assert (found.yuan, found.half) == (yuan, half)


def test_a_collected_fee_may_be_rounded_but_not_more():
    assert not judged(subject(["全年行政事业性收费1.6亿元。"], {"fees.amount": "15971.774796"}))
    found = only(["全年行政事业性收费1.7亿元。"], {"fees.amount": "15971.774796"})
    assert (found.rule, found.expected, found.found) == ("G13", "15971.774796", "17000")
    assert [fix.label for fix in found.fixes] == [
        "把正文的 1.7 改为 1.6",
        "把表二“行政事业性收费”本年收费金额（单位：万元）由 15971.774796 改为 17000",
    ]


def test_the_mended_sum_keeps_unit_decimals_and_separators():
    found = only(["全年行政事业性收费2，310.45万元。"], {"fees.amount": "2310.54"})
    assert found.fixes[0].texts == ((paragraph_id(0), "全年行政事业性收费2，310.54万元。"),)


def test_the_older_form_has_no_amount_to_compare():
    assert not judged(subject(["全年行政事业性收费312万元。"], {}, "2019"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发出收费通知2件，总金额400元，实际收取400元。", []),
        ("发出收费通知0件，总金额300元，实际收取0元。", [("error", "300")]),
        ("未收取信息处理费，实际收取的总金额为500元。", [("error", "500")]),
        ("发出收费通知2件，总金额400元，实际收取600元。", [("warning", "600")]),
        ("发出收费通知2件，总金额405元，实际收取405元。", [("warning", "405"), ("warning", "405")]),
        ("发出收费通知2件，总金额0元，实际收取0元。", [("warning", "0")]),
        ("发出收费通知的件数和总金额，以及实际收取的总金额均为0。", []),
        ("2022年发出收费通知1件，总金额105元。", []),
    ],
)
def test_part_six_must_agree_with_itself(text, expected):
    found = judged(subject([PART_SIX, text], None))
    lines = [PART_SIX, text]
    said = [(f.severity, lines[f.places[0].paragraph][f.places[0].start : f.places[0].end]) for f in found]
    assert said == expected
    assert {f.rule for f in found} <= {"G14"}


def test_charges_elsewhere_than_in_part_six_are_not_judged():
    assert not judged(subject(["一、总体情况", "发出收费通知0件，总金额300元。"], None))


@pytest.mark.parametrize(
    "text",
    [
        "2023年本级未收取信息处理费，乡镇收取信息处理费200元。",
        "申请人撤回后，对其中1件未收取信息处理费，另1件收取信息处理费200元。",
        "本年度未收取信息处理费，其他收费（档案复印工本费）实际收取30元。",
        "未收到信息处理费争议，收费通知2件，总金额200元，实际收取200元。",
    ],
)
def test_fees_of_different_bodies_or_requests_are_no_contradiction(text):
    assert judged(subject([PART_SIX, text], None)) == []


def test_money_paid_without_any_notice_is_doubtful():
    found = only([PART_SIX, "本年度未发出收费通知，收取信息处理费300元。"])
    assert (found.rule, found.severity, found.found) == ("G14", "warning", "300")
