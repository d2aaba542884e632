"""The stretches that make one text of another: right for any two texts, small for the usual ones."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.stretches import both_sides, in_brief, stretches

TEXTS = st.text(alphabet="0123９年收件，、\n\t 𠮷", max_size=30)


def applied(old: str, new: str) -> str:
    result, done = "", 0
    for start, end, text in stretches(old, new):
        assert done <= start <= end
        result += old[done:start] + text
        done = end
    return result + old[done:]


@settings(deadline=None)
@example(old="乙甲丙", new="甲乙丙")
@example(old="甲乙乙", new="乙乙")
@given(old=TEXTS, new=TEXTS)
def test_the_stretches_make_the_new_text_of_the_old(old, new):
    assert applied(old, new) == new


@given(text=TEXTS)
def test_a_text_that_stays_has_none(text):
    assert list(stretches(text, text)) == []


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("新收12件", "新收13件", [(2, 4, "13")]),
        ("新收12件，办结12件", "新收12件，办结9件", [(8, 10, "9")]),
        ("新收1件、2件、3件", "新收2件、3件、3件", [(2, 3, "2"), (5, 6, "3")]),
        ("新收　件", "新收5件", [(2, 3, "5")]),
        ("新收件", "新收5件", [(2, 2, "5")]),
        ("新收12件", "新收十二件", [(2, 4, "十二")]),
        ("新收1200件", "新收1,200件", [(2, 6, "1,200")]),
        ("新收12件。", "新收件。", [(2, 4, "")]),
        ("2023年新收十二件，办结十件", "2023年新收十三件，办结十一件", [(8, 9, "三"), (14, 14, "一")]),
        ("", "12", [(0, 0, "12")]),
        ("甲" + "件" * 250 + "乙", "丙" + "件" * 250 + "丁", [(0, 1, "丙"), (251, 252, "丁")]),
    ],
)
def test_only_what_differs_is_a_stretch_and_a_number_stays_whole(old, new, changes):
    assert list(stretches(old, new)) == changes


def test_texts_too_long_to_compare_closely_are_told_apart_all_the_same():
    old, new = "甲" * 3000 + "乙", "乙甲" * 2000
    assert applied(old, new) == new
    assert applied("件" * 9000, "丙" + "件" * 9000 + "1") == "丙" + "件" * 9000 + "1"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("共收到申请14件，办结13件。", "共收到申请13件，办结13件。", "14 → 13"),
        ("收到14件，办结13件", "收到15件，办结12件", "14 → 15，13 → 12"),
        ("1、2、3", "4、5、6", "1 → 4，2 → 5 等 3 处"),
        (
            "属于三类内容事务信息的情形",
            "属于三类内部事务信息的情形",
            "…于三类内容事务信息… → …于三类内部事务信息…",
        ),
        ("未收到申请", "收到 3 件申请", "未收到申请 → 收到 3 件申请"),
        ("公开（此处填写）信息", "公开信息", "公开（此处填写）信息 → 公开信息"),
        ("新收件", "新收5件", "新收件 → 新收5件"),
        ("新收12件", "新收十二件", "新收12件 → 新收十二件"),
        ("一二三四五六七八九十", "一二三四五六七八九拾", "…六七八九十 → …六七八九拾"),
        ("一二三四五六七八九十", "壹二三四五六七八九十", "一二三四五… → 壹二三四五…"),
        ("甲\n乙", "丙\n丁", "甲 乙 → 丙 丁"),
        ("甲" * 20, "乙" * 20, "甲" * 20 + " → " + "乙" * 20),
        ("12345" * 4 + "6", "54321" * 5, "1234512345…2345123456 → 5432154321…5432154321"),
        ("照旧", "照旧", ""),
    ],
)
def test_a_change_is_told_in_brief(old, new, said):
    assert in_brief(old, new) == said


def test_both_sides_of_several_changes_are_listed_apart():
    assert both_sides("收到14件，办结13件", "收到15件，办结12件") == ("14，13", "15，12")


@given(old=TEXTS, new=TEXTS)
def test_what_is_told_of_a_change_fits_a_line(old, new):
    assert len(in_brief(old + "很长" * 300, new + "很长" * 300)) < 120
    before, after = both_sides(old, new)
    assert (before == after == "") == (old == new)
