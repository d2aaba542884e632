"""核实无误: a finding the clerk stands by is out of the count until one of its cells changes."""

from pathlib import Path

import pytest

from core.files import from_bytes
from core.review import Review
from tests.layouts import balanced, report

CULPRIT = "requests.granted.natural"
RULES = ("requests.closed.natural", "requests.sum.granted")


@pytest.fixture
def review() -> Review:
    numbers = balanced() | {CULPRIT: "9754", "challenges.direct_suit.total": "99"}
    return Review(from_bytes(report("pipes_padded", numbers).encode(), Path("年报.txt")))


def accept(review: Review, reason: str = "已与底稿核对"):
    return review.accept([f for f in review.findings if f.rule in RULES], reason)


def test_accepted_findings_leave_the_count(review):
    before = review.count.error
    accepted = accept(review)
    assert review.count.error == before - 2
    assert not {f.rule for f in review.findings} & set(RULES)
    assert review.accepted == (accepted,)
    assert accepted.reason == "已与底稿核对"


@pytest.mark.parametrize("cell", [CULPRIT, "requests.granted.total", "requests.partial.natural"])
def test_they_come_back_when_a_cell_of_theirs_changes(review, cell):
    before = review.findings
    accept(review)
    review.put({cell: "77"})
    assert not review.accepted
    assert {f.rule for f in review.findings} & set(RULES)
    review.put({cell: review.original(cell)})
    assert review.accepted, "the cells say again what was confirmed"
    review.restore(review.accepted[0])
    assert review.findings == before


def test_a_cell_elsewhere_does_not_bring_them_back(review):
    accept(review)
    review.put({"challenges.direct_suit.total": "98"})
    assert len(review.accepted) == 1
    assert [f.rule for f in review.findings] == ["challenges.sum.direct_suit"]


def test_restoring_one_leaves_the_others(review):
    first = accept(review)
    second = review.accept(review.findings, "另一个原因")
    assert not review.findings
    review.restore(first)
    assert {f.rule for f in review.findings} == set(RULES)
    assert review.accepted == (second,)


def test_accepting_changes_no_value_and_tells_the_observers(review):
    seen = []
    review.subscribe(seen.append)
    review.restore(accept(review))
    assert seen == [frozenset(), frozenset()]
    assert review.revision == 0
    assert not review.is_modified
