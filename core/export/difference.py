"""What was corrected, cell by cell and paragraph by paragraph, with the reasons given."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

from core.review import Review
from core.wording import group_of, short_label

_NOTHING = "（空白）"
_AROUND = 16


@dataclass(frozen=True, slots=True)
class Change:
    """What was corrected: the table, row and column or the paragraph, before and after, and why."""

    table: str
    row: str
    column: str
    old: str
    new: str
    why: str


def changes(review: Review, reasons: Mapping[str, str]) -> tuple[Change, ...]:
    """Everything that differs from the file as it was opened, in the report's order."""
    return tuple(
        _change(review, id_, old, new, reasons.get(id_, "")) for id_, (old, new) in review.changes.items()
    )


def _change(review: Review, id_: str, old: str, new: str, why: str) -> Change:
    place = review.places.get(id_)
    if place is None:
        return Change("正文", review.name_of(id_).removeprefix("正文"), "", *_excerpts(old, new), why)
    row = short_label(place.row) if place.row.label else group_of(place.section.columns, place.column)
    if review.cells[id_].formula:
        why = why or "由公式算出，随其他格变化"
    return Change(review.form_of(id_).name, row, place.column.label, _shown(old), _shown(new), why)


def _excerpts(old: str, new: str) -> tuple[str, str]:
    """Two versions of a paragraph, each cut down to where they differ and some words around."""
    start = _common(old, new)
    after = min(_common(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    return excerpt(old, start, len(old) - after), excerpt(new, start, len(new) - after)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def excerpt(text: str, start: int, end: int) -> str:
    """A stretch of a text with some words around it."""
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    return ("…" if first else "") + " ".join(text[first:last].split()) + ("…" if last < len(text) else "")


def _shown(text: str) -> str:
    return " ".join(text.split()) or _NOTHING
