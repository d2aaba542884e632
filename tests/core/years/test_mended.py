"""What is told of years and units is mended in the file itself, and then told no more."""

from pathlib import Path

import pytest

from core.files import encode, from_bytes
from core.review import Review
from tests.documents import word
from tests.layouts import balanced, report

WRONG = {
    "F02": ("全年通过网站公开信息", "2022年，我局通过网站公开信息"),
    "F04": ("按时办理各类申请", "我镇按时办理各类申请"),
    "E12": ("局2023年政府信息公开工作年度报告", "局2023年度政府信息公开工作年度报告"),
    "F01": ("2024年1月20日", "2023年1月20日"),
}


def of_rule(review: Review, rule: str):
    return [finding for finding in review.findings if finding.rule == rule]


@pytest.mark.parametrize("rule", WRONG)
def test_a_fix_is_written_into_a_plain_text(rule):
    right, wrong = WRONG[rule]
    text = report("pipes_padded", balanced())
    data = text.replace(right, wrong).encode()
    review = Review(from_bytes(data, Path("年报.txt")))
    (found,) = of_rule(review, rule)
    review.put(review.written_fix(found.fixes[0]))
    assert of_rule(review, rule) == []
    saved = encode(review.report, review.corrections)
    assert of_rule(Review(from_bytes(saved, Path("年报.txt"))), rule) == []


def test_a_report_that_is_right_is_told_nothing_of_years_and_units():
    for data, name in (
        (report("pipes_padded", balanced()).encode(), "年报.txt"),
        (word(balanced()), "年报.docx"),
    ):
        rules = {finding.rule for finding in Review(from_bytes(data, Path(name))).findings}
        assert not {rule for rule in rules if rule.startswith(("F", "E12", "E13", "E16"))}
