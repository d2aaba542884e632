"""The return notice: addressed, numbered, in the form's words, with room to sign; none if all is right."""

from io import BytesIO

import pytest
from docx import Document

from core.errors import SaveError
from core.export.contents import check_report
from core.export.notice import notice
from core.wording import official
from tests.core.export.sittings import WHEN, converted, sitting, sitting_of_text, with_office
from tests.layouts import balanced, report


def lines(review) -> list[str]:
    return [p.text for p in Document(BytesIO(notice(check_report(review, WHEN), WHEN))).paragraphs]


def test_it_is_addressed_to_the_unit_and_leaves_the_deadline_blank():
    said = lines(sitting({"challenges.later_suit.total": "99"}))
    assert said[:2] == ["政府信息公开工作年度报告退改意见单", "云岭市青禾区农业农村局："]
    assert said[2].startswith("你单位报送的 2023 年政府信息公开工作年度报告")
    assert "年报.txt" in said[2]
    assert "于＿＿＿＿年＿＿月＿＿日前" in said[2]


def test_it_ends_with_room_for_signatures_seal_and_date():
    assert lines(sitting({"challenges.later_suit.total": "99"}))[-5:] == [
        "核对人（签字）：＿＿＿＿＿＿＿＿",
        "审核人（签字）：＿＿＿＿＿＿＿＿",
        "联系电话：＿＿＿＿＿＿＿＿",
        "（单位盖章）",
        "＿＿＿＿年＿＿月＿＿日",
    ]


def test_problems_are_numbered_through_and_those_of_one_slip_are_one():
    review = sitting({"requests.unable.not_held.natural": "999", "challenges.later_suit.total": "99"})
    said = lines(review)
    numbered = [line for line in said if line[:1].isdigit()]
    assert [line.split(".")[0] for line in numbered] == ["1", "2"]
    assert numbered[0].count("第三部分") == 2
    assert "有下列 2 个问题" in said[2]


def test_each_problem_has_its_suggested_figure_and_the_reason():
    said = lines(sitting({"requests.unable.not_held.natural": "999"}))
    right = balanced()["requests.unable.not_held.natural"]
    assert any(line.startswith("建议：将") and f"由 999 改为 {right}" in line for line in said)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"requests.closed.natural": "999"},
            "第三部分“（七）总计”自然人列：按各行之和应为 {closed}，现为 999",
        ),
        (
            {"requests.new.total": "999"},
            "第三部分“一、本年新收政府信息公开申请数量”总计列：按各列之和应为 {new}，现为 999",
        ),
        ({"challenges.later_suit.total": ""}, "第四部分“复议后起诉”总计：按前四项之和应为 14，现为空白"),
        (
            {"requests.new.natural": "O"},
            "第三部分“一、本年新收政府信息公开申请数量”自然人列：写的是“O”，不是数；有关的勾稽关系没有核对",
        ),
    ],
)
def test_findings_are_worded_as_an_office_words_them(changed, sentence):
    review = sitting(changed)
    numbers = balanced()
    wanted = sentence.format(closed=numbers["requests.closed.natural"], new=numbers["requests.new.total"])
    assert wanted in [official(finding, review.forms) for finding in review.findings]


def test_the_balance_is_worded_with_both_its_sides():
    review = sitting({"requests.carried_out.natural": "50"})
    finding = next(f for f in review.findings if f.rule == "requests.balance.natural")
    assert official(finding, review.forms) == (
        f"第三部分“自然人”列：第一项加第二项之和为 {finding.expected}，"
        f"第三项（七）总计加第四项之和为 {finding.found}，两者应当相等"
    )


def test_a_report_without_problems_gets_no_notice():
    with pytest.raises(SaveError, match="没有发现要退改的问题"):
        notice(check_report(sitting(), WHEN), WHEN)


def test_an_unknown_unit_is_left_to_be_filled_in():
    text = report("pipes_padded", balanced() | {"challenges.later_suit.total": "99"})
    assert lines(sitting_of_text(text.split("\n", 1)[1]))[1] == "＿＿＿＿＿＿＿＿："


@with_office
def test_libreoffice_opens_it(tmp_path):
    data = notice(check_report(sitting({"challenges.later_suit.total": "99"}), WHEN), WHEN)
    assert converted(data, tmp_path, "意见单.docx", "pdf").read_bytes().startswith(b"%PDF")
