"""A sentence beside tables of known figures, as the checks see it. Units do not exist."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from core.checks import OF_FIGURES, OF_TEXT
from core.findings import Finding
from core.forms import editions
from core.history import LastYear
from core.narrative import Narrative
from core.numerals import read
from core.rules import Ledger
from core.subject import Subject
from core.tables import RawCell

YEAR = 2023
UNIT = "云岭市青禾区农业农村局"
UNITS = {"学校": "云岭市第一中学", "街道": "云岭市青禾区北门街道办事处"}
"""Whose report it is, where ``of`` says that it is another kind of body's and the words depend on it."""


def cell_of(name: str, edition: str) -> str:
    """The cell that a short name means: ``closed``, ``new.natural``, ``normative.issued``."""
    tables = editions()[edition].tables
    spelled = (f"{table}.{name}{end}" for table in tables for end in ("", ".total"))
    return next(cell for cell in spelled if any(cell in table.cells for table in tables.values()))


def subject(
    lines: Sequence[str],
    figures: Mapping[str, object] | None,
    edition: str = "2021",
    *,
    year: int = YEAR,
    last_year: Mapping[str, int] | None = None,
    unit: str = UNIT,
) -> Subject:
    """All cells that ``figures`` does not name hold 0; without ``figures`` there are no tables."""
    forms = editions()[edition].tables if figures is not None else {}
    texts = dict.fromkeys(chain.from_iterable(form.cells for form in forms.values()), "0")
    texts |= {cell_of(name, edition): str(value) for name, value in (figures or {}).items()}
    last = dict.fromkeys(texts, 0) | {cell_of(n, edition): v for n, v in (last_year or {}).items()}
    readings = {cell: read(text) for cell, text in texts.items()}
    return Subject(
        name="年报.docx",
        format="docx",
        year=year,
        unit=unit,
        edition=edition,
        narrative=Narrative(tuple(lines), frozenset(), edition, year),
        forms=forms,
        readings=readings,
        cells={cell: RawCell(text, 0, 0) for cell, text in texts.items()},
        broken=Ledger(forms.values(), readings).broken,
        last_year=LastYear(last, edition) if last_year is not None else None,
    )


def judged(about: Subject) -> Iterable[Finding]:
    """What the checks of group G say."""
    found = chain.from_iterable(check(about) for check in OF_TEXT + OF_FIGURES)
    return [f for f in found if f.rule[:1] == "G" and f.rule[1:].isdigit()]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or paragraphs, of our own with what must be said of them, written by hand.

    found: catalogue id, severity and the words pointed at. tables: figures by short name; None: no tables.
    """

    lines: tuple[str, ...]
    edition: str
    tables: Mapping[str, object] | None
    last_year: Mapping[str, int] | None
    found: tuple[tuple[str, str, str], ...]
    unit: str = UNIT

    @property
    def subject(self) -> Subject:
        year = YEAR if self.edition == "2021" else 2020
        return subject(
            self.lines, self.tables, self.edition, year=year, last_year=self.last_year, unit=self.unit
        )


def corpus(name: str) -> list[Sentence]:
    """``tuned``: those the phrases were adjusted to; ``held``: those they were only measured on;
    ``later``: true ones that looked wrong to the checks once, and what these missed beside them."""
    entries = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["sentences"]
    return [
        Sentence(
            tuple(entry.get("lines") or (entry["text"],)),
            entry.get("edition", "2021"),
            None if entry.get("tables") is False else entry.get("tables", {}),
            entry.get("last_year"),
            tuple((rule, severity, words) for rule, severity, words in entry["found"]),
            entry.get("unit") or UNITS.get(entry["of"], UNIT),
        )
        for entry in entries
    ]


FOLDER = Path(__file__).resolve().parent / "data" / "sentences"

Said = tuple[str, str, str]


def compared(sentence: Sentence) -> tuple[list[Said], list[Said], list[Said]]:
    """What was said as it should be, what was said without need, what was missed."""
    missed, right, needless = list(sentence.found), [], []
    for finding in judged(sentence.subject):
        place = finding.places[0]
        words = sentence.lines[place.paragraph][place.start : place.end]
        said = (finding.rule, finding.severity, words)
        match = next((m for m in missed if m[:2] == said[:2] and _same(m[2], words)), None)
        if match is None:
            needless.append(said)
        else:
            missed.remove(match)
            right.append(match)
    return right, needless, missed


def _same(expected: str, words: str) -> bool:
    """Numbers exactly; telling words where one holds the other (均已办结, 已办结)."""
    if any(map(str.isnumeric, expected)):
        return expected == words
    return expected in words or words in expected
