"""Journals: what is written can be read, and a change is done again only where its place has not changed."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError
from core.files import from_bytes
from core.journal import Journal, digest, read, recovery, write
from core.review import Review
from tests.layouts import balanced, report

CELL, OTHER = "requests.granted.natural", "requests.new.natural"
WHEN = datetime(2026, 1, 8, 17, 30, 5)
texts = st.text(max_size=30)


def _review(tmp_path, **numbers):
    text = report("pipes_padded", balanced() | numbers)
    return Review(from_bytes(text.encode(), tmp_path / "报告.txt"))


@given(changes=st.dictionaries(texts, st.tuples(texts, texts), max_size=5))
def test_what_is_written_is_read(changes, tmp_path_factory):
    path = tmp_path_factory.mktemp("j") / "a.json"
    journal = Journal(Path("/单位/年报.docx"), "ab", WHEN, changes, {"requests.new.natural": "数字颠倒"})
    write(path, journal)
    assert read(path) == journal


def test_confirmations_are_kept_and_hold_again(tmp_path):
    review = _review(tmp_path, **{"challenges.later_suit.total": "99"})
    finding = next(f for f in review.findings if f.rule == "challenges.sum.later_suit")
    review.accept((finding,), "已核对")
    path = tmp_path / "a.json"
    write(path, Journal(review.report.path, digest(review), WHEN, {}, {}, review.remembered))
    again = _review(tmp_path, **{"challenges.later_suit.total": "99"})
    again.recollect(read(path).remembered)
    again.recollect(read(path).remembered)
    assert finding not in again.findings
    assert [each.reason for each in again.accepted] == ["已核对"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"report": 1}', b'{"changes": {"a": "b"}}', b"\xff\xfe", b'"x"'],
)
def test_what_is_no_journal_is_a_read_error(tmp_path, content):
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match="读不出来"):
        read(path)


def test_a_change_is_done_again_only_where_the_same_stands_as_then(tmp_path):
    before = _review(tmp_path)
    old = before.text(CELL)
    changes = {
        CELL: (old, "5"),
        OTHER: ("别的数", "6"),
        "requests.new.nobody": ("1", "2"),
        "paragraph 9999": ("甲", "乙"),
    }
    found = recovery(Journal(before.report.path, "", WHEN, changes), before)
    assert found.texts == {CELL: "5"}
    assert set(found.lost) == set(changes) - {CELL}


def test_what_stands_in_the_report_already_is_not_lost(tmp_path):
    review = _review(tmp_path)
    changes = {CELL: ("旧", review.text(CELL))}
    found = recovery(Journal(review.report.path, "", WHEN, changes), review)
    assert (found.texts, found.lost) == ({}, ())
