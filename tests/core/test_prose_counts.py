"""Totals and their parts, shares, growth, and one measure said twice."""

from core.findings import paragraph_id
from tests.sentences import judged, subject


def only(lines, figures=None, last_year=None):
    (found,) = judged(subject(lines, figures, last_year=last_year))
    return found


def test_a_total_is_doubted_where_one_slip_explains_the_gap_and_both_mends_are_offered():
    text = "公开信息40654条，其中网站26521条，新媒体12103条，其他2120条。"
    found = only([text])
    assert (found.rule, found.severity) == ("G15", "advice")
    assert (found.expected, found.found) == ("40744", "40654")
    assert "26521＋12103＋2120＝40744" in found.detail
    assert "把正文的 12103 改为 12013" in [fix.label for fix in found.fixes]


def test_parts_that_need_not_be_all_are_left_alone():
    assert not judged(subject(["公开信息820条，其中政策文件30条、财政信息12条。"], None))


def test_a_share_is_reckoned_from_part_and_total():
    found = only(["收到留言30条，其中咨询20条，占76.7%。"])
    assert (found.rule, found.expected, found.found) == ("G16", "66.7%", "76.7%")
    assert found.fixes[0].texts == ((paragraph_id(0), "收到留言30条，其中咨询20条，占66.7%。"),)


def test_a_share_of_something_else_is_no_share_of_the_total():
    assert not judged(subject(["公开信息86条，其中预算43条，占财政信息的60%。"], None))


def test_one_measure_said_twice_is_a_finding_only_where_no_table_tells():
    lines = ["全年新收政府信息公开申请12件。", "（二）依申请公开", "全年新收政府信息公开申请21件。"]
    found = only(lines)
    assert (found.rule, found.severity) == ("G18", "warning")
    assert [place.paragraph for place in found.places] == [2, 0]
    beside = only(lines, {"new": 12, "closed": 12})
    assert (beside.rule, beside.places[0].paragraph) == ("G01", 2)


def test_growth_is_reckoned_from_last_years_report():
    figures = {"new": 30, "closed": 30}
    text = "新收政府信息公开申请30件，同比增长50%。"
    assert not judged(subject([text], figures))
    assert not judged(subject([text], figures, last_year={"new": 20}))
    found = only([text], figures, {"new": 24})
    assert (found.rule, found.severity, found.expected) == ("G19", "advice", "增加 25.0%")
