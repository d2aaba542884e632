"""F01, F03, E13: the places that tell the report's year."""

import pytest

from core.checks.years import years
from tests.core.years.reports import UNIT, ids, lines, mended, subject, told

OPENING = "根据《中华人民共和国政府信息公开条例》规定编制本报告，供社会各界查阅，电子版可在区政府网站下载。"
STATED = "现公布云岭市青禾区农业农村局2023年政府信息公开工作年度报告。" + OPENING


def check(texts, **more):
    return list(years(subject(texts, **more)))


def test_a_report_of_one_year_throughout_is_right():
    assert check(lines()) == []


def test_a_period_of_another_year_is_an_error_and_both_its_years_are_mended():
    preamble = STATED + "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
    texts = lines(preamble=preamble)
    (found,) = check(texts)
    assert (found.rule, found.severity, found.expected, found.found) == ("F01", "error", "2023", "2022")
    assert told(found, texts) == ["2022", "2022"]
    assert check(mended(found, texts)) == []


def test_a_title_of_last_year_is_an_error():
    texts = lines(title="云岭市青禾区农业农村局2022年政府信息公开工作年度报告")
    (found,) = check(texts)
    assert (found.rule, found.severity, found.expected) == ("F01", "error", "2023")
    assert "标题写的是2022年" in found.detail
    assert mended(found, texts)[0].startswith("云岭市青禾区农业农村局2023年")


def test_a_preamble_of_last_year_is_an_error():
    preamble = lines()[1].replace("农业农村局2023年政府", "农业农村局2022年政府")
    (found,) = check(lines(preamble=preamble))
    assert (found.rule, found.severity) == ("F01", "error")
    assert "引言写的是2022年" in found.detail


def test_a_signature_of_the_january_before_is_an_error():
    texts = lines(signed_on="2023年1月20日")
    (found,) = check(texts)
    assert (found.rule, found.severity, found.expected, found.found) == ("F01", "error", "2024", "2023")
    assert mended(found, texts)[-1] == "2024年1月20日"


def test_a_signature_two_years_later_is_only_doubtful():
    (found,) = check(lines(signed_on="2025年1月20日"))
    assert (found.rule, found.severity) == ("F01", "warning")


def test_where_as_many_places_tell_another_year_no_side_is_taken():
    texts = lines(
        title="云岭市青禾区农业农村局2022年政府信息公开工作年度报告",
        preamble=OPENING + "统计期限为2023年1月1日至2023年12月31日。",
        signed_on="",
    )
    found = next(f for f in check(texts) if f.rule == "F01")
    assert (found.severity, found.fixes) == ("error", ())
    assert told(found, texts) == ["2022", "2023", "2023"]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("云岭市青禾区农业农村局2023年政府信息公开工作年度报告.docx", False),
        ("云岭市青禾区农业农村局2023年年报.docx", False),
        ("2024年报送_农业农村局.docx", False),
        ("20240115农业农村局.docx", False),
        ("2024年1月上报 2023年度报告.docx", False),
        ("农业农村局2022年年报.docx", True),
        ("2022年度报告.docx", True),
    ],
)
def test_a_file_name_that_calls_the_report_one_of_another_year_is_doubtful(name, wrong):
    found = check(lines(), name=name)
    assert [(f.rule, f.severity) for f in found] == ([("F01", "warning")] if wrong else [])


@pytest.mark.parametrize(
    "period",
    [
        "统计期限为2023年1月1日至12月31日",
        "统计期限自2023年1月1日起，至2023年12月31日止",
        "数据统计期限从2023年1月1日到12月31日止",
        "所列数据统计时限为2023年1月1日-2023年12月31日",
        "统计期限为2023 年 1 月 1 日—2023 年 12 月 31 日",
        "统计期限：2023.1.1-2023.12.31",
        "统计期为2023年1月1日至当年12月31日",
        "数据核定时间点为2023年12月31日",
        "所列数据截至2023年12月31日",
        "统计期限为2023年1月至12月",
        "统计期限为２０２３年１月１日至２０２３年１２月３１日",
    ],
)
def test_a_period_may_be_written_in_many_ways(period):
    assert check(lines(preamble=f"{STATED}本报告{period}。")) == []


@pytest.mark.parametrize(
    ("period", "mend"),
    [
        ("2022年1月1日至2021年12月31日", "2023年1月1日至2023年12月31日"),
        ("2022年1月1日至2023年12月31日", "2023年1月1日至2023年12月31日"),
        ("2023年1月1日至2023年11月30日", "2023年1月1日至2023年12月31日"),
        ("2023年1月1日至12月30日", "2023年1月1日至12月31日"),
        ("2023年1月1日至2024年12月31日", "2023年1月1日至2023年12月31日"),
        ("2023年12月1日至2023年1月31日", "2023年1月1日至2023年12月31日"),
    ],
)
def test_any_other_period_is_an_error(period, mend):
    texts = lines(preamble=f"{STATED}本报告所列数据的统计期限为{period}。")
    (found,) = check(texts)
    assert (found.rule, found.severity) == ("F03", "error")
    assert told(found, texts) == [period]
    assert mend in mended(found, texts)[1]
    assert check(mended(found, texts)) == []


def test_a_unit_founded_within_the_year_may_begin_later():
    (found,) = check(lines(preamble=f"{STATED}统计期限为2023年3月15日至2023年12月31日。"))
    assert (found.rule, found.severity) == ("F03", "warning")


@pytest.mark.parametrize(
    "text",
    [
        "2023年3月1日至3月31日，开展政务公开宣传月活动。",
        "利用大数据平台归集2023年1月1日至6月30日的办件信息。",
        "整改期限为2023年1月1日至6月30日。",
        "公示期自2023年12月1日至12月31日。",
        "2023年1月1日至12月31日，本机关公开信息120条。",
        "据统计，2023年1月1日至11月30日收到来信12件。",
        "统计显示，2023年1月1日至6月30日办理事项36件。",
    ],
)
def test_other_spans_of_time_are_no_reporting_period(text):
    assert check(lines(told=text)) == []


def test_a_preamble_without_a_period_is_told_as_advice():
    (found,) = check(lines(preamble=STATED))
    assert (found.rule, found.severity) == ("E13", "advice")


@pytest.mark.parametrize(
    "preamble",
    [
        "",
        "发布时间：2024-01-20 09:21",
        "来源：青禾区农业农村局 浏览次数：36 字体：大 中 小 打印 分享到微信微博 当前位置：首页 政务公开 年报",
    ],
)
def test_without_a_preamble_no_period_is_asked_for(preamble):
    assert check(lines(preamble=preamble)) == []


def test_tables_alone_are_not_judged():
    assert check([f"{UNIT}2022年政府信息公开工作年度报告", "统计期限：2023年1月1日至12月31日"]) == []


def test_last_year_s_report_named_in_the_text_is_not_this_one():
    told_of = "按时编制并公布2022年政府信息公开工作年度报告，公开2022年度法治政府建设报告。"
    assert ids(check(lines(told=told_of))) == []


def test_a_notice_named_in_the_preamble_is_not_the_report():
    preamble = "根据《关于做好2022年政府信息公开工作年度报告编制工作的通知》要求，" + lines()[1]
    assert check(lines(preamble=preamble)) == []


def test_a_title_or_preamble_that_names_two_years_proves_neither():
    title = "云岭市青禾区农业农村局2024年公布2023年政府信息公开工作年度报告"
    assert "F01" not in ids(check(lines(title=title)))
    preamble = "已于上年公布2022年政府信息公开工作年度报告。" + lines()[1]
    assert "F01" not in ids(check(lines(preamble=preamble)))


def test_a_period_cut_by_the_end_of_a_line_is_not_judged():
    preamble = STATED + "本报告所列数据的统计期限为2023年1月1日至2023年12月3\n1日。"
    assert check(tuple("\n".join(lines(preamble=preamble)).split("\n"))) == []


def test_a_text_without_headings_has_no_preamble_to_judge():
    text = "整改期限为2023年1月1日至6月30日。" * 20
    assert ids(check(["云岭市青禾区农业农村局2023年政府信息公开工作年度报告", text])) == []


def test_a_preamble_that_tells_when_last_year_s_report_came_out_is_not_of_last_year():
    told_of = f"2023年1月，我局公布《{UNIT}2022年政府信息公开工作年度报告》。"
    assert "F01" not in ids(check(lines(preamble=told_of + OPENING)))


def test_a_preamble_that_names_last_year_s_work_is_an_error():
    preamble = "现将我局2022年度政府信息公开工作情况报告如下。" + OPENING
    (found,) = [f for f in check(lines(preamble=preamble)) if f.rule == "F01"]
    assert (found.severity, found.expected, found.found) == ("error", "2023", "2022")


@pytest.mark.parametrize(
    "other",
    [
        "规范性文件现行有效数统计自2019年1月1日至2023年12月31日。",
        "网站访问量统计时间为2023年7月1日至2023年12月31日。",
    ],
)
def test_beside_the_year_other_spans_are_of_something_else(other):
    period = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"
    assert check(lines(preamble=STATED + period + other)) == []
