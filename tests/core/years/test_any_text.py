"""Whatever the text: nothing raises, every place lies in its paragraph, every fix is a whole paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.checks.names import names
from core.checks.selves import selves
from core.checks.title import title
from core.checks.years import years
from core.findings import paragraph_number
from core.profile import Profile
from tests.core.years.reports import lines, subject

CHECKS = (title, years, selves, names)

PIECES = [
    *(
        "2022年",
        "2023年",
        "2024",
        "20２３年",
        "二〇二三年",
        "1月1日",
        "至",
        "12月31日",
        "99月99日",
        "年",
        "度",
        "截至",
    ),
    *(
        "2022年，",
        "（一）",
        "《2022年",
        "2023年1月1日至2022年12月31日",
        "2022年1月1日至",
        "1",
        "0",
        "5件",
        "统计期限",
    ),
    *("，", "。", "；", "《", "》", "“", "”", '"', "（", "）", " ", "　", "\u200b", "\t", "|", "𠀀"),
    *(
        "我局",
        "我镇",
        "我办理",
        "全县",
        "云岭市",
        "白石镇",
        "人民政府",
        "农业农村局",
        "街道办事处",
        "市",
        "现公布",
        "请与",
    ),
    *(
        "政府信息公开工作年度报告",
        "政府信息公开申请",
        "共收到",
        "向市政府提出",
        "向市政府",
        "请与云岭市",
        "联系",
    ),
    *("一、总体情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"),
]
PARAGRAPH = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=40)


def run(texts, name="报告2023年年报.docx", format_="docx"):
    about = subject(texts, name=name, format_=format_, profile=Profile(deadline=(1, 15)))
    return [found for check in CHECKS for found in check(about)]


def assert_whole(texts):
    for found in run(texts):
        for number, start, end in found.places:
            assert 0 <= start <= end <= len(texts[number])
        for fix in found.fixes:
            assert fix.texts
            assert all(0 <= (paragraph_number(id_) or 0) < len(texts) for id_, _ in fix.texts)
            assert all(
                "\n" not in text or "\n" in texts[paragraph_number(id_) or 0] for id_, text in fix.texts
            )


@given(st.lists(PARAGRAPH, max_size=12).map(tuple))
def test_any_paragraphs_are_judged(texts):
    assert_whole(texts)


@given(st.lists(PARAGRAPH, min_size=13, max_size=13), st.sets(st.integers(0, 12), max_size=4))
def test_any_paragraphs_in_a_report_are_judged(odd, where):
    texts = list(lines())
    for n in where:
        texts[min(n, len(texts) - 1)] = odd[n]
    assert_whole(tuple(texts))


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_run_of_one_piece_is_judged(piece):
    """Letters that patterns begin on and none ends with, twenty thousand: one that goes back would hang."""
    text = piece * (20_000 // len(piece))
    assert_whole(lines(preamble=text, told=text))
