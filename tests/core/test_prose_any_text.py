"""Any text beside any figures: every check of sentences answers, and what it says can be pointed at."""

from hypothesis import given
from hypothesis import strategies as st

from core.findings import paragraph_number
from tests.sentences import judged, subject

SAID = """
收到 未收到 受理 政府信息公开申请 依申请公开 上年结转 结转下年 办结 全部办结 办结率 予以公开 不予公开 无法提供
自然人 行政复议 行政诉讼 败诉 未发生 无 均为 零 规范性文件 制发 行政许可决定 行政事业性收费 信息处理费
收费通知 总金额 实际收取 未收取 其中 其他 占 较上年 增长 减少 持平 含 2022年 2023年 下一步
六、其他需要报告的事项 （二） 3 12 １３ 1,234 1，2 十二 两 万 3.5 99999999999 ٣ ① 件 宗 条 万元 亿元 元 % 100%
50％
"""
WORDS = st.sampled_from([*SAID.split(), " ", "\u3000", "\u200b", "\n", "\ud800", *"，。；：、（）《》“|"])
LINES = st.lists(st.lists(WORDS, max_size=30).map("".join), max_size=5)
CELLS = st.sampled_from(["0", "", "/", "3", "12", "-3", "0.5", "约3件", "１２", "9" * 50])
NAMES = st.sampled_from(
    ["new", "carried_in", "closed", "carried_out", "granted", "refused.secret", "new.natural", "fees.amount"]
)


@given(LINES, st.dictionaries(NAMES, CELLS), st.sampled_from(["2021", "2019"]))
def test_any_text_beside_any_figures_is_judged(lines, figures, edition):
    if edition == "2019":
        figures.pop("fees.amount", None)
    about = subject(lines, figures, edition, last_year={"new": 12, "closed": 0})
    for found in judged(about):
        for place in found.places:
            assert 0 <= place.start < place.end <= len(lines[place.paragraph])
        for fix in found.fixes:
            for id_, text in fix.texts:
                number = paragraph_number(id_)
                old = about.cells[id_].text if number is None else lines[number]
                assert text != old
        assert found.detail


@given(LINES)
def test_text_alone_is_judged_without_tables(lines):
    for found in judged(subject(lines, None)):
        assert found.rule in {"G14", "G15", "G16", "G18"}
