"""Headings are known in the variants seen in published reports, and nothing else is taken for one."""

import pytest

from core.forms import editions
from core.labels import Vocabulary

ROWS = Vocabulary(
    (label, row.id)
    for section in editions()["2021"].tables["requests"].sections
    for row in section.row_leaves
    for label in row.labels
)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("一、本年新收政府信息公开申请数量", "new"),
        ("一、 本年新收政府 信息公开申请数量", "new"),
        ("(二)部分公开(区分处理的,只计这一情况,不计其他情形)", "partial"),
        ("部分公开", "partial"),
        ('3.危及"三安全一稳定"', "refused.security"),
        ("危及三安全一稳定", "refused.security"),
        ("5.属于三类内容事务信息", "refused.internal"),
        ("2.申请人逾期未按收费通知要求交纳费用、行政机关不再处理其政府信息公开申请", "other.unpaid"),
        ("1、申请人无正当理由逾期不补", "other.no_correction"),
        ("（七）总　计", "closed"),
        ("3．其他", "other.misc"),
    ],
)
def test_variants_are_known(text, row):
    assert ROWS.find(text) == (row,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "（三）不予公开",
        "三、本年度办理结果",
        "全年共收到政府信息公开申请",
        "2023年",
        "申请人情况",
        "数量",
    ],
)
def test_other_words_are_not(text):
    assert ROWS.find(text) == ()


def test_every_heading_of_the_forms_finds_itself():
    for form in editions().values():
        for table in form.tables.values():
            for section in table.sections:
                own = Vocabulary((row.label, row.id) for row in section.row_leaves if row.label)
                for row in section.row_leaves:
                    if row.label:
                        assert own.find(row.label) == (row.id,)


def test_two_headings_cut_to_the_same_words_are_both_returned_in_order():
    cut = Vocabulary(
        [
            ("本年新制作数量", "made"),
            ("本年新公开数量", "published"),
            ("本年新", "made"),
            ("本年新", "published"),
        ]
    )
    assert cut.find("本年新") == ("made", "published")
