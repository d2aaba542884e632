"""E16: unit and date under the report."""

import pytest

from core.checks.years import years
from core.profile import Profile
from tests.core.years.reports import lines, subject, told

TOWN = "云岭市白石镇人民政府"


def check(texts, **more):
    return [f for f in years(subject(texts, **more)) if f.rule == "E16"]


@pytest.mark.parametrize(
    ("unit", "date"),
    [
        ("云岭市青禾区农业农村局", "2024年1月31日"),
        ("云岭市青禾区农业农村局", "二〇二四年一月十七日"),
        ("云岭市青禾区农业农村局", "2024-01-20"),
        ("云岭市青禾区农业农村局", "2024.1.5"),
        (TOWN, "2024年3月31日"),
        ("云岭市人民政府办公室", "2024年3月29日"),
        ("云岭市第一人民医院", "2024年2月20日"),
    ],
)
def test_a_signature_in_time_is_right(unit, date):
    assert check(lines(unit, signed_on=date)) == []


@pytest.mark.parametrize(
    ("unit", "date", "due"),
    [
        ("云岭市青禾区农业农村局", "2024年2月1日", "2024年1月31日"),
        ("云岭市青禾区农业农村局", "二〇二四年三月十七日", "2024年1月31日"),
        (TOWN, "2024年4月1日", "2024年3月31日"),
        ("云岭市青禾区人民政府", "2024年12月3日", "2024年3月31日"),
    ],
)
def test_a_late_signature_is_told_as_advice(unit, date, due):
    (found,) = check(lines(unit, signed_on=date))
    assert (found.severity, found.expected) == ("advice", due)


def test_a_local_deadline_counts_before_the_national_one():
    local = Profile(deadline=(1, 15))
    (found,) = check(lines(signed_on="2024年1月20日"), profile=local)
    assert "本地" in found.detail
    assert check(lines(signed_on="2024年1月15日"), profile=local) == []


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2023年12月28日", "统计期限"),
        ("2024年2月30日", "没有这一天"),
        ("2024年13月1日", "没有这一天"),
        ("2024年1月", "没有写到日"),
    ],
)
def test_a_date_that_cannot_be_or_is_not_whole_is_told(date, said):
    (found,) = check(lines(signed_on=date))
    assert found.severity == "advice"
    assert said in found.detail


@pytest.mark.parametrize("leftover", ["202012", "2024年月日", "2024年1月日", "年月日", "XXXX年X月X日"])
def test_a_date_that_cannot_be_read_is_told_as_such(leftover):
    texts = lines(signed_on=leftover)
    (found,) = check(texts)
    assert told(found, texts) == [leftover]


def test_a_unit_without_a_date_and_a_date_without_a_unit():
    (no_date,) = check(lines(signed_on=""), format_="txt")
    (no_unit,) = check(lines(signed_by=""), format_="txt")
    assert "没有写日期" in no_date.detail
    assert "没有写单位" in no_unit.detail


def test_a_word_document_without_signature_is_told_a_copy_of_a_web_page_is_not():
    texts = lines(signed_on="", signed_by="")
    assert len(check(texts)) == 1
    assert check(texts, format_="txt") == []
