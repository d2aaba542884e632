"""A report is opened with what lies beside it; what of that cannot be used keeps it from nothing."""

from pathlib import Path

import pytest

from core.errors import ReadError, SaveError
from core.profile import NATIONAL
from core.profile_file import EXAMPLE, FILE_NAME, load, write_example
from core.review import Review
from core.sidecar import sidecar_path, store
from core.sitting import local_for, open_last_year, open_sitting
from tests.core.test_history import carried_over
from tests.core.test_previous import write
from tests.layouts import balanced

WRONG = {"challenges.direct_suit.total": "99"}
RULE = "challenges.sum.direct_suit"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return write(tmp_path / "农业农村局2023年报.txt", 2023, balanced() | WRONG)


def rules(review: Review) -> set[str]:
    return {finding.rule for finding in review.findings}


def test_last_years_report_is_found_and_used_and_left_where_it_is_not_wanted(own):
    before = carried_over(balanced()) | {"requests.carried_out.total": "999"}
    last = write(own.parent / "农业农村局2022年报.txt", 2022, before)
    sitting = open_sitting(own)
    assert sitting.last is not None
    assert sitting.last.path == last
    assert "history.carried.total" in rules(sitting.review)
    left = open_sitting(own, looks_back=False)
    assert left.last is None
    assert "history.carried.total" not in rules(left.review)


def test_local_requirements_beside_the_report_hold_and_those_chosen_come_before_them(own, tmp_path):
    (own.parent / FILE_NAME).write_text(f'off = ["{RULE}"]', encoding="utf-8")
    assert RULE not in rules(open_sitting(own).review)
    chosen = tmp_path / "本县.toml"
    chosen.write_text('name = "本县"', encoding="utf-8")
    sitting = open_sitting(own, chosen)
    assert RULE in rules(sitting.review)
    assert (sitting.local.path, sitting.local.wrong) == (chosen, "")


@pytest.mark.parametrize("content", ["off = [“A01”]", 'deadline = "13-40"', None])
def test_a_report_opens_by_the_national_rules_where_the_local_ones_cannot_be_used(own, tmp_path, content):
    chosen = tmp_path / "本县.toml"
    if content is not None:
        chosen.write_text(f"# 本县\n{content}\n", encoding="utf-8")
    sitting = open_sitting(own, chosen)
    assert RULE in rules(sitting.review)
    assert sitting.review.profile == NATIONAL
    assert "本县.toml" in sitting.local.wrong
    assert ("第 2 行" in sitting.local.wrong) == (content is not None)
    assert sitting.local.path == chosen


def test_the_requirements_may_change_in_the_course_of_a_sitting(own):
    review = open_sitting(own).review
    told = []
    review.subscribe(told.append)
    (own.parent / FILE_NAME).write_text(f'[severities]\n"{RULE}" = "提示"', encoding="utf-8")
    revision = review.revision
    review.hold_to(local_for(own).profile)
    assert {f.severity for f in review.findings if f.rule == RULE} == {"advice"}
    assert told == [frozenset()]
    assert review.revision > revision
    review.hold_to(NATIONAL)
    assert {f.severity for f in review.findings if f.rule == RULE} == {"error"}


def test_confirmations_that_cannot_be_read_are_said_and_stay_where_they_are_under_another_name(own):
    path = sidecar_path(own)
    path.write_text("{", encoding="utf-8")
    sitting = open_sitting(own)
    assert path.name in sitting.wrong_marks
    review = sitting.review
    review.accept([f for f in review.findings if f.rule == RULE], "与法院核对过")
    for _ in range(2):
        store(own, review.remembered)
    again = open_sitting(own)
    assert not again.wrong_marks
    assert RULE not in rules(again.review)
    kept = [p for p in own.parent.iterdir() if p.name.endswith(".json") and p != path]
    assert [p.read_text(encoding="utf-8") for p in kept] == ["{"]


def test_what_holds_no_statutory_table_is_no_last_year(tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text("关于召开会议的通知", encoding="utf-8")
    with pytest.raises(ReadError, match=r"通知\.txt.*不能当作上年报告"):
        open_last_year(path)


def test_the_example_of_local_requirements_reads_and_overwrites_nothing(tmp_path):
    path = write_example(tmp_path)
    assert path.read_bytes() == EXAMPLE.read_bytes()
    assert load(path).word_limit
    path.write_text('name = "自己的"', encoding="utf-8")
    with pytest.raises(SaveError, match="已经有"):
        write_example(tmp_path)
    assert load(path).name == "自己的"
