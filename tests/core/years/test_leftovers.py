"""F02: a year left over from another year's report, and what only looks like one."""

import pytest

from core.checks.years import years
from tests.core.years.reports import UNIT, ids, lines, mended, subject, told
from tests.core.years.sentences import HELD_BACK, LATER, LEFT_OVER, RIGHT, Case


def left_over(case: Case) -> list[str | None]:
    found = years(subject(lines(case.unit, told=case.text)))
    return [finding.found for finding in found if finding.rule == "F02"]


@pytest.mark.parametrize("case", LEFT_OVER, ids=lambda c: c.text[:20])
def test_the_year_of_another_report_is_told(case):
    assert left_over(case) == [str(case.year)]


@pytest.mark.parametrize("case", RIGHT, ids=lambda c: c.text[:20])
def test_a_year_that_belongs_there_is_not(case):
    assert left_over(case) == []


@pytest.mark.parametrize("case", [*HELD_BACK, *LATER], ids=lambda c: c.text[:20])
def test_sentences_that_were_held_back_or_written_later(case):
    assert left_over(case) == ([str(case.year)] if case.year else [])


def test_the_finding_points_at_the_year_and_mends_it():
    texts = lines(told="（一）主动公开情况。\n2022年，我局共收到政府信息公开申请5件。")
    (found,) = years(subject(texts))
    assert (found.rule, found.severity, found.expected, found.found) == ("F02", "warning", "2023", "2022")
    assert told(found, texts) == ["2022"]
    new = mended(found, texts)
    assert "2023年，我局共收到政府信息公开申请5件。" in new
    assert ids(years(subject(new))) == []


def test_in_a_part_about_problems_put_right_last_year_may_be_spoken_of():
    told_of = "2022年，我局政府信息公开工作存在更新不及时等问题。今年逐项整改到位。"
    assert ids(years(subject(lines(problems=told_of)))) == []


def test_lines_of_a_pasted_pdf_are_read_as_one_sentence():
    text = "（二）依申请公开情况。我局按照规定的程序办理各类申请，其中\n2022 年结转的申请 2 件，均已办结。"
    assert left_over(Case(text, None, UNIT)) == []


def test_years_behind_the_report_are_none_of_it():
    texts = (*lines(), "发布日期：2022年1月5日", "2022年我局共收到政府信息公开申请5件")
    assert ids(years(subject(texts))) == []


def test_where_the_report_itself_does_not_say_its_year_nothing_is_told():
    texts = lines(title="政府信息公开工作年度报告", preamble="", signed_on="", told=LEFT_OVER[0].text)
    assert "F02" not in ids(years(subject(texts, name="2023.docx")))
