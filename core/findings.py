"""What a check says: frozen data, turned into sentences only by ``core.wording``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from core.forms import Equation

Severity = Literal["error", "warning", "advice"]
"""``error`` 必改 (never a false alarm), ``warning`` 疑点, ``advice`` 提示."""

Area = Literal["table", "history", "prose", "outline", "number"]


class Place(NamedTuple):
    """A stretch of a paragraph; paragraphs are counted in the order of ``Document.paragraphs``."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend what a finding is about; never applied by itself.

    label: what it does, in the clerk's words (「把正文的 14 改为 13」).
    texts: pairs of an id and what shall stand there: a cell id with a number in digits, or a paragraph id
        (``paragraph_id``) with the paragraph's whole new text.
    """

    label: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth a look.

    rule: public id (interfaces.md §2, or the catalogue of checks). cells: those concerned, in form order.
    expected, found: both sides in digits; ``found`` None where the cell is blank.
    equation: the relation that does not hold, for arithmetic findings.
    detail: the fact in the clerk's words, for findings that are not arithmetic.
    places: where in the running text it is said, the telling one first. fixes: ways to mend it, best first.
    """

    rule: str
    severity: Severity
    area: Area
    table: str = ""
    cells: tuple[str, ...] = ()
    expected: str | None = None
    found: str | None = None
    equation: Equation | None = None
    detail: str = ""
    places: tuple[Place, ...] = ()
    fixes: tuple[Fix, ...] = ()


def paragraph_id(number: int) -> str:
    """The id under which a paragraph's text is corrected (``paragraph.12``)."""
    return f"{_PARAGRAPH}{number}"


def paragraph_number(id_: str) -> int | None:
    """The paragraph that an id names; None for a cell's id."""
    return int(id_[len(_PARAGRAPH) :]) if id_.startswith(_PARAGRAPH) else None


_PARAGRAPH = "paragraph."


def replaced(line: str, place: Place, new: str) -> tuple[str, str]:
    """A pair for ``Fix.texts``: the paragraph with ``new`` at ``place``. ``line``: its text as it stands."""
    return paragraph_id(place.paragraph), line[: place.start] + new + line[place.end :]


def mended(lines: Sequence[str], edits: Iterable[tuple[Place, str]]) -> tuple[tuple[str, str], ...]:
    """``Fix.texts`` for several edits at once. ``lines``: all paragraphs as they stand."""
    texts: dict[int, str] = {}
    for place, new in sorted(edits, reverse=True):
        line = texts.get(place.paragraph, lines[place.paragraph])
        texts[place.paragraph] = replaced(line, place, new)[1]
    return tuple((paragraph_id(number), text) for number, text in sorted(texts.items()))


class Count(NamedTuple):
    """How many findings of each severity."""

    error: int = 0
    warning: int = 0
    advice: int = 0
