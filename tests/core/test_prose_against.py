"""A sentence that says another number than the tables: what is said of it, and how it can be mended."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.files import from_bytes
from core.findings import paragraph_id
from core.review import Review
from tests.layouts import balanced, report
from tests.sentences import judged, subject


def only(text: str, figures: dict[str, object]):
    (found,) = judged(subject([text], figures))
    return found


def labels(finding) -> list[str]:
    return [fix.label for fix in finding.fixes]


def test_a_number_that_the_table_contradicts_is_pointed_at_with_both_sides():
    text = "2023年，我局收到政府信息公开申请13件，办结14件。"
    found = only(text, {"new": 13, "closed": 13})
    assert (found.rule, found.severity, found.area) == ("G03", "warning", "prose")
    assert (found.expected, found.found) == ("13", "14")
    assert found.detail == "正文写“办结14件”，表三“（七）总计”总计列为 13，两处不一致"
    (place,) = found.places
    assert text[place.start : place.end] == "14"
    assert found.cells == ("requests.closed.total",)


def test_the_sentence_is_mended_first_where_the_tables_own_sums_hold():
    found = only("收到政府信息公开申请13件，办结14件。", {"new": 13, "closed": 13, "granted": 13})
    assert labels(found) == ["把正文的 14 改为 13", "把表三“（七）总计”总计列由 13 改为 14"]
    assert found.fixes[0].texts == ((paragraph_id(0), "收到政府信息公开申请13件，办结13件。"),)
    assert found.fixes[1].texts == (("requests.closed.total", "14"),)


def test_the_table_is_mended_first_where_the_sentence_makes_its_sums_hold():
    figures = {
        "new": 14,
        "new.natural": 14,
        "closed": 13,
        "closed.natural": 14,
        "granted": 14,
        "granted.natural": 14,
    }
    found = only("收到政府信息公开申请14件，办结14件。", figures)
    assert labels(found)[0] == "把表三“（七）总计”总计列由 13 改为 14"


@pytest.mark.parametrize(
    ("written", "mended"),
    [("十四", "十三"), ("１４", "１３"), ("1,014", "13"), ("14", "13")],
)  # fmt: skip
def test_the_number_is_mended_in_its_own_way_of_writing(written, mended):
    found = only(f"收到政府信息公开申请13件，办结{written}件。", {"new": 13, "closed": 13})
    assert found.fixes[0].texts[0][1] == f"收到政府信息公开申请13件，办结{mended}件。"


def test_either_reading_of_a_number_may_bear_it_out():
    figures = {"new": 12, "carried_in": 1, "closed": 13}
    assert not judged(subject(["全年受理政府信息公开申请12件。"], figures))
    assert not judged(subject(["全年受理政府信息公开申请13件。"], figures))
    found = only("全年受理政府信息公开申请15件。", figures)
    assert "总计列为 12，加“二、上年结转政府信息公开申请数量”总计列共 13" in found.detail
    assert labels(found)[:2] == ["把正文的 15 改为 12", "把正文的 15 改为 13"]


def test_rows_of_a_group_are_summed_and_named_by_the_group():
    found = only("政府信息公开申请不予公开4件。", {"refused.secret": 1, "refused.process": 2})
    assert found.rule == "G05"
    assert "表三“（三）不予公开”各项总计列合计为 3" in found.detail
    assert labels(found) == ["把正文的 4 改为 3"]


def test_a_claim_that_nothing_came_in_is_an_error_beside_a_table_that_has_some():
    found = only("2023年，我局未收到政府信息公开申请。", {"new": 5, "closed": 5})
    assert (found.rule, found.severity, found.found) == ("G06", "error", "0")
    assert found.fixes[0].texts == ((paragraph_id(0), "2023年，我局收到政府信息公开申请5件。"),)


def test_a_denial_that_would_have_to_be_worded_anew_is_left_to_the_clerk():
    figures = {"new": 5, "closed": 5}
    assert only("2023年，我局未收到任何单位提出的政府信息公开申请。", figures).fixes == ()
    assert only("未发生政府信息公开行政诉讼。", {"direct_suit.total": 1}).fixes == ()


def test_a_denial_that_speaks_of_a_part_is_not_judged():
    assert not judged(subject(["通过信函未收到政府信息公开申请。"], {"new": 5, "closed": 5}))


@pytest.mark.parametrize(
    "text",
    [
        "无政府信息公开申请。上述情况仅指街道本级。",
        "2023年，我区未收到政府信息公开申请。以上只限于区政府机关。",
    ],
)
def test_a_denial_whose_paragraph_narrows_it_is_never_an_error(text):
    assert only(text, {"new": 5, "closed": 5}).severity == "warning"


def test_a_denial_is_only_suspicious_where_the_text_itself_says_there_were_some():
    lines = ["收到政府信息公开申请5件。", "我局未收到政府信息公开申请。"]
    (found,) = judged(subject(lines, {"new": 5, "closed": 5}))
    assert (found.rule, found.severity) == ("G06", "warning")


def test_the_number_of_a_governments_office_is_only_advice_in_the_governments_report():
    text = "2023年，县政府办公室收到政府信息公开申请20件。"
    assert only(text, {"new": 134, "closed": 134}).severity == "advice"
    about = replace(subject([text], {"new": 134, "closed": 134}), unit="云岭市青禾区人民政府办公室")
    assert [found.severity for found in judged(about)] == ["warning"]


def test_no_lost_suit_beside_rulings_that_were_corrected_names_each_figure():
    figures = {"direct_suit.corrected": 18, "later_suit.corrected": 2}
    found = only("未发生政府信息公开行政败诉案件。", figures)
    assert (found.rule, found.severity) == ("G10", "error")
    assert "“未经复议直接起诉”结果纠正 18＋“复议后起诉”结果纠正 2，合计为 20" in found.detail


def test_words_that_deny_two_things_are_one_finding_with_both():
    figures = {"reconsideration.total": 2, "direct_suit.total": 1}
    found = only("未发生因政府信息公开引起的行政复议、行政诉讼。", figures)
    assert found.rule == "G09"
    assert set(found.cells) == {
        "challenges.reconsideration.total",
        "challenges.direct_suit.total",
        "challenges.later_suit.total",
    }
    assert "“行政复议”总计为 2" in found.detail


def test_nothing_is_judged_against_a_table_that_is_absent_blank_or_not_a_number():
    text = "收到政府信息公开申请13件，办结14件。"
    assert not judged(subject([text], None))
    figures = {"new": 13, "closed": "约13"}
    assert not judged(subject([text], figures))
    blank = dict.fromkeys(("new", "closed"), "")
    about = subject([text], blank)
    blanks = dict.fromkeys(about.readings, subject([text], {"new": ""}).readings["requests.new.total"])
    assert not judged(replace(about, readings=blanks))


def test_a_total_not_yet_filled_in_is_no_zero():
    figures = {"new": 13, "closed": "", "closed.natural": 13, "granted": 13, "granted.natural": 13}
    assert not judged(subject(["收到政府信息公开申请13件，办结13件。"], figures))


def test_closed_may_leave_out_what_was_carried_in_where_nothing_is_said_of_it():
    figures = {"new": 12, "carried_in": 2, "closed": 13, "carried_out": 1}
    assert not judged(subject(["收到政府信息公开申请12件，办结11件。"], figures))
    assert judged(subject(["收到政府信息公开申请12件，上年结转2件，办结11件。"], figures))


def test_applying_a_fix_in_a_real_file_takes_the_finding_away_and_nothing_else():
    numbers = balanced()
    new, closed = numbers["requests.new.total"], numbers["requests.closed.total"]
    text = report("pipes_padded", numbers).replace(
        "按时办理各类申请。", f"新收政府信息公开申请{new}件，办结{int(closed) + 1}件。"
    )
    review = Review(from_bytes(text.encode(), Path("年报.txt")))
    (found,) = [f for f in review.findings if f.rule == "G03"]
    review.put(review.written_fix(found.fixes[0]))
    assert not [f for f in review.findings if f.rule == "G03"]
    assert f"新收政府信息公开申请{new}件，办结{closed}件。" in "".join(review.narrative.lines)
