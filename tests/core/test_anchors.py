"""F2 at its root: edits replace their own bytes, every other byte stays, and a wrong edit writes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.anchors import Edit, Span, splice


def edit(start: int, end: int, new: bytes) -> Edit:
    return Edit(Span(start, end), new)


def test_without_edits_the_bytes_stay():
    assert splice(b"abc", ()) == b"abc"


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([edit(0, 1, b"X")], b"Xbcdef"),
        ([edit(5, 6, b"XYZ")], b"abcdeXYZ"),
        ([edit(0, 6, b"")], b""),
        ([edit(3, 3, b"--")], b"abc--def"),
        ([edit(0, 0, b"<"), edit(6, 6, b">")], b"<abcdef>"),
        ([edit(1, 2, b"1"), edit(2, 3, b"2")], b"a12def"),
        ([edit(4, 5, b"5"), edit(1, 2, b"")], b"acd5f"),
        ([edit(2, 4, b"X"), edit(2, 2, b"+")], b"ab+Xef"),
    ],
)
def test_each_edit_replaces_its_own_bytes_in_whatever_order_they_are_given(edits, after):
    assert splice(b"abcdef", edits) == after


@pytest.mark.parametrize(
    "edits",
    [
        [edit(0, 2, b"X"), edit(1, 3, b"Y")],
        [edit(0, 4, b"X"), edit(1, 2, b"Y")],
        [edit(1, 2, b"X"), edit(1, 2, b"X")],
        [edit(6, 7, b"X")],
        [edit(7, 7, b"X")],
        [edit(3, 2, b"X")],
        [edit(-1, 2, b"X")],
    ],
)
def test_edits_that_overlap_or_lie_outside_are_refused(edits):
    with pytest.raises(ValueError, match="overlaps another or lies outside 6 bytes"):
        splice(b"abcdef", edits)


@given(data=st.data(), before=st.binary(max_size=20))
def test_between_the_edits_everything_is_as_it_was(data, before):
    ends = sorted(data.draw(st.sets(st.integers(0, len(before)))))
    spans = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    new = [data.draw(st.binary(max_size=3)) for _ in spans]
    after = splice(before, data.draw(st.permutations([Edit(s, n) for s, n in zip(spans, new, strict=True)])))
    for span, text in zip(reversed(spans), reversed(new), strict=True):
        start = len(after) - (len(before) - span.end) - len(text)
        assert after[start : start + len(text)] == text
        assert after[start + len(text) :] == before[span.end :]
        after, before = after[:start], before[: span.start]
    assert after == before
