"""A snapshot: a review of its own, as the other stood when it was taken, whatever becomes of that one."""

from core.files import from_bytes
from core.review import Review
from core.snapshot import snapshot
from tests.layouts import balanced, report

CELL = "requests.granted.natural"


def _review(tmp_path, **numbers):
    text = report("pipes_padded", balanced() | numbers)
    return Review(from_bytes(text.encode(), tmp_path / "报告.txt"))


def test_what_was_typed_and_confirmed_is_in_it(tmp_path):
    review = _review(tmp_path, **{"challenges.later_suit.total": "99"})
    review.set_value(CELL, "5")
    finding = next(f for f in review.findings if f.rule == "challenges.sum.later_suit")
    review.accept((finding,), "已核对")
    other = snapshot(review).restored()
    assert other.texts == review.texts
    assert other.findings == review.findings
    assert other.accepted == review.accepted
    assert other.corrections == review.corrections


def test_later_changes_on_either_side_do_not_reach_the_other(tmp_path):
    review = _review(tmp_path)
    review.set_value(CELL, "5")
    taken = snapshot(review)
    review.set_value(CELL, "6")
    other = taken.restored()
    assert other.text(CELL).strip() == "5"
    other.set_value(CELL, "7")
    assert review.text(CELL).strip() == "6"
    assert taken.restored().text(CELL).strip() == "5"
