"""E12: the title."""

import pytest

from core.checks.title import title
from tests.core.years.reports import lines, mended, subject


def check(texts, **more):
    return list(title(subject(texts, **more)))


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("云岭市民政局", "云岭市民政局2023年政府信息公开工作年度报告"),
        ("云岭市民政局", "云岭市民政局 2023 年政府信息公开工作年度报告"),
        ("云岭市民政局", "云岭市民政局２０２３年政府信息公开工作年度报告"),
        ("云岭市民政局", "云岭市民政局二〇二三年政府信息公开工作年度报告"),
        ("云岭市民政局", "云岭市民政局2023年政府信息公开工作年度报告（公开版）"),
        ("云岭市民政局", "云岭市民政局（本级）2023年政府信息公开工作年度报告"),
        ("云岭市白石镇人民政府", "云岭市白石镇人民政府2023年政府信息公开工作年度报告"),
        ("云岭市白石街道办事处", "云岭市白石街道办事处2023年政府信息公开工作年度报告"),
        ("云岭高新区管理委员会", "云岭高新区管理委员会2023年政府信息公开工作年度报告"),
    ],
)
def test_a_title_in_the_usual_words_is_right(unit, text):
    assert check(lines(unit, title=text)) == []


def test_a_title_on_several_lines_is_right():
    texts = ("云岭市民政局", "2023年政府信息公开工作年度报告", *lines("云岭市民政局")[1:])
    assert check(texts) == []


def test_a_report_without_a_title_is_doubtful_and_told_how_to_name_it():
    (found,) = check(lines(title=""))
    assert (found.rule, found.severity) == ("E12", "warning")
    assert "云岭市青禾区农业农村局2023年政府信息公开工作年度报告" in found.detail


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("2023年政府信息公开工作年度报告", "单位"),
        ("云岭市青禾区农业农村局政府信息公开工作年度报告", "年份"),
        ("政府信息公开工作年度报告", "单位和年份"),
    ],
)
def test_a_title_without_unit_or_year_is_doubtful(text, lacks):
    (found,) = check(lines(title=text))
    assert found.severity == "warning"
    assert f"没有写{lacks}" in found.detail


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("云岭市白石镇2023年政府信息公开工作年度报告", "云岭市白石镇人民政府"),
        ("云岭市青禾区2023年政府信息公开工作年度报告", "云岭市青禾区人民政府"),
        ("云岭市白石街道2023年政府信息公开工作年度报告", "云岭市白石街道办事处"),
        ("云岭市民政局2023年度政府信息公开工作年度报告", "“年度”写了两次"),
        ("云岭市民政局2023年政府信息公开年报", "年报"),
        ("云岭市民政局2023年政府信息公开工作年报", "年报"),
        ("云岭市民政局2023年政府信息公开年度报告", "一般写作"),
        ("云岭市民政局2023年政府信息公开工作报告", "一般写作"),
        ("2023年云岭市民政局政府信息公开工作年度报告", "一般写作"),
        ("云岭市民政局政府信息公开工作2023年度报告", "一般写作"),
        ("关于云岭市民政局2023年政府信息公开工作年度报告", "一般写作"),
        ("云岭市民政局政府信息公开工作年度报告（2023年度）", "一般写作"),
    ],
)
def test_other_words_are_advice_with_the_usual_title_as_fix(text, said):
    texts = lines(title=text)
    (found,) = check(texts)
    assert found.severity == "advice"
    assert said in found.detail
    new = mended(found, texts)
    assert check(new) == []
    assert new[1:] == texts[1:]


def test_text_without_the_parts_of_a_report_is_not_asked_for_a_title():
    assert check(["本机关围绕重点工作公开信息，回应关切，做好解读。" * 20]) == []
