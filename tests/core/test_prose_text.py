"""Numerals, joined lines and places: what was read can be pointed at in the paragraph it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prose import mentions, mentions_in, passages
from core.prose.numbers import value_of

PIECES = st.sampled_from(
    [
        *(
            "收到",
            "政府信息公开申请",
            "依申请公开",
            "12",
            "１３",
            "十二",
            "件",
            "其中",
            "含",
            "上年结转",
            "办结",
        ),
        *(
            "予以公开",
            "不予公开",
            "行政复议",
            "行政诉讼",
            "未发生",
            "无",
            "100%",
            "2021年",
            "2022年",
            "规范性文件",
        ),
        *("废止", "一、", "（二）", "①", "٣", "\ud800", "万", "千", " ", "\u3000", "\n"),
        *"，。（）、；《》“|",
    ]
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0), ("3259", 3259), ("1,234", 1234), ("零", 0), ("两", 2), ("十", 10), ("十二", 12),
        ("二十", 20), ("一百零五", 105), ("三百零五", 305), ("一千二百", 1200), ("一万二千", 12000),
        ("二〇", 20), ("一二三", 123),
        ("两两", None), ("万", None), ("百", None), ("十百", None), ("零百", None), ("二三十", None),
    ],
)  # fmt: skip
def test_numerals(text, value):
    assert value_of(text) == value


def test_a_mention_points_at_the_number_as_written():
    lines = ["一、总体情况", "　　2022 年，全区共受理“依申请公开”件 １，２３４ 件（含上年结转两件）。"]
    received, carried = mentions(lines)
    assert (received.paragraph, received.value, received.text) == (1, 1234, "１，２３４")
    assert lines[1][received.start : received.end] == "１，２３４"
    assert lines[1][carried.start : carried.end] == carried.text == "两"
    assert received.sentence == lines[1].strip("　。")


def test_lines_of_a_pasted_page_are_read_as_one():
    lines = [
        "和针对性。2024 年，全市共受理政府信息公开申请 3119 件，答",
        "-12-",
        "复 3050 件（含上年度结转申请 34 件，另有 103 件顺延到下年度",
        "答复），均在法定期限内予以答复。",
    ]
    found = {m.meaning: (m.value, m.paragraph) for m in mentions(lines, year=2024)}
    assert found == {
        "received": (3119, 0),
        "closed": (3050, 2),
        "carried_in": (34, 2),
        "carried_out": (103, 2),
    }


def test_a_number_cut_by_the_end_of_a_line_is_left_out():
    lines = ["2024 年，全市各级行政机关共受理政府信息公开申请 31", "19 件，其中予以公开 5 件。"]
    assert [m.value for m in mentions(lines, year=2024)] == [5]


def test_paragraphs_are_not_joined_across_a_blank_one():
    lines = ["2024 年，全市各级行政机关共受理政府信息公开申请", "", "3119 件申请是全省的数"]
    assert mentions(lines, year=2024) == ()


def test_the_year_is_sought_in_the_report_itself():
    title, sentence = "某某镇2022年政府信息公开工作年度报告", "2022年收到政府信息公开申请5件，2021年收到3件。"
    assert [m.value for m in mentions([title, sentence])] == [5]


def test_local_measure_words_count_like_the_usual_ones():
    text = passages(["2023年收到政府信息公开申请5单，办结5单。"])
    assert mentions_in(text, "2021", 2023) == ()
    assert [m.value for m in mentions_in(text, "2021", 2023, ("单",))] == [5, 5]


@given(st.lists(st.lists(PIECES, max_size=40).map("".join), max_size=4))
def test_any_text_is_read_and_every_place_holds(paragraphs):
    for m in mentions(paragraphs, year=2022):
        assert paragraphs[m.paragraph][m.start : m.end] == m.text
        assert m.value >= 0
        assert m.readings


@given(st.lists(st.text("（）《》“”共收到 14\u3000件，。abc|", max_size=60), max_size=4))
def test_a_place_in_a_passage_leads_back_to_where_it_is_read(paragraphs):
    for passage in passages(paragraphs):
        for at in range(len(passage.text)):
            place = passage.place(at, at + 1)
            assert place is not None
            assert passage.position(place[0], place[1]) == at


def test_what_a_passage_leaves_out_has_no_place_in_it():
    (passage,) = passages(["按照《2022年工作要点》，2023 年共收到申请 5 件。"])
    assert passage.position(0, 3) is None
    at = passage.position(0, 14)
    assert at is not None
    assert passage.text[at:].startswith("2023年")


def test_a_hostile_line_takes_no_time():
    hostile = ["收到" + "申请公开" * 400 + "X5件", "政府信息公开申请" + "全年度依法依规" * 400 + "X5件"]
    assert mentions(hostile) == ()


def test_a_tab_that_indents_a_paragraph_separates_nothing():
    said = "2022年，我局共收到政府信息公开申请12件。"
    assert [m.value for m in mentions([f"\t{said}"], year=2022)] == [12]
    assert [m.value for m in mentions([f"\t\t{said}\t"], year=2022)] == [12]
    assert not mentions([f"本年新收\t{said}"], year=2022)
