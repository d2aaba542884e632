"""What part six says of fees for processing, against 表二 and 表三."""

import pytest

from tests.core.figures.sheets import review, rules, tables, the
from tests.layouts import FEES as SAID

SOME = {"requests.new.natural": 12, "requests.granted.natural": 10, "requests.other.unpaid.natural": 2}
FEES = "disclosure.fees.amount"


def _review(sentence: str, figures: dict[str, int | str], last=None):
    return review(tables(figures), text={SAID: sentence}, last=last)


@pytest.mark.parametrize(
    "sentence",
    [
        "本年度未发出收费通知，未收取信息处理费。",
        "我局发出收费通知0件，总金额0元，实际收取0元。",
        "发出收费通知的件数和总金额，以及实际收取的总金额均为0。",
        "本年度没有制发信息处理费收费通知。",
    ],
)
def test_who_was_not_asked_to_pay_cannot_be_late(sentence):
    sitting = _review(sentence, SOME)
    assert rules(sitting) == ["A12"]
    finding = the("A12", sitting)
    place = finding.places[0]
    assert sitting.narrative.lines[place.paragraph].strip() == sentence
    assert rules(_review(sentence, SOME | {"requests.other.unpaid.natural": 0})) == []


@pytest.mark.parametrize(
    "sentence",
    [
        SAID,
        "我局发出收费通知2件，总金额200元，实际收取0元。",
        "发出收费通知10件，涉及金额1000元，均未缴纳。",
        "上年未发出收费通知。",
    ],
)
def test_late_payers_are_no_contradiction_where_notices_are_not_denied(sentence):
    assert rules(_review(sentence, SOME)) == []


def test_a_blank_in_the_row_of_late_payers_is_none():
    numbers = tables(SOME | {"requests.other.unpaid.natural": 0})
    numbers |= {c: "" for c in numbers if ".unpaid." in c}
    sitting = review(numbers, text={SAID: "本年度未发出收费通知。"})
    assert rules(sitting) == ["H01"]


@pytest.mark.parametrize(
    ("sentence", "amount", "odd"),
    [
        ("本年度实际收取信息处理费300元。", "0", True),
        ("本年度实际收取信息处理费300元。", "0.02", True),
        ("本年度实际收取信息处理费300元。", "0.03", False),
        ("全年收取政府信息公开信息处理费 3,940 元。", "0.3", True),
        ("全年收取政府信息公开信息处理费 3,940 元。", "7730.28", False),
        ("发出收费通知3件，信息处理费总金额600元，实际收取的总金额为1.5万元。", "1", True),
        ("信息处理费按件收取，每件100元。", "0", False),
        ("上年收取信息处理费300元。", "0", False),
        (SAID, "0", False),
        ("本年度实际收取信息处理费300元。", "/", True),
    ],
)
def test_the_fee_for_processing_is_one_of_all_fees(sentence, amount, odd):
    figures = {"requests.new.natural": 2, "requests.partial.natural": 2, FEES: amount}
    sitting = _review(sentence, figures)
    assert ("C08" in rules(sitting)) is odd
