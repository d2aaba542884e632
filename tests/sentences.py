"""A sentence beside tables of known figures, as the checks see it. Units do not exist."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from core.checks import OF_FIGURES, OF_TEXT
from core.findings import Finding
from core.forms import editions
from core.history import LastYear
from core.numerals import read
from core.subject import Narrative, Subject
from core.tables import RawCell

YEAR = 2023


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
) -> Subject:
    """All cells that ``figures`` does not name hold 0; without ``figures`` there are no tables."""
    forms = editions()[edition].tables if figures is not None else {}
    texts = dict.fromkeys(chain.from_iterable(form.cells for form in forms.values()), "0")
    texts |= {cell_of(name, edition): str(value) for name, value in (figures or {}).items()}
    last = {cell_of(name, edition): value for name, value in (last_year or {}).items()}
    return Subject(
        name="年报.docx",
        format="docx",
        year=year,
        unit="云岭市青禾区农业农村局",
        edition=edition,
        narrative=Narrative(tuple(lines), frozenset(), edition, year),
        forms=forms,
        readings={cell: read(text) for cell, text in texts.items()},
        cells={cell: RawCell(text, 0, 0) for cell, text in texts.items()},
        last_year=LastYear(last, edition) if last_year is not None else None,
    )


def judged(about: Subject) -> Iterable[Finding]:
    """What the checks of group G say."""
    found = chain.from_iterable(check(about) for check in OF_TEXT + OF_FIGURES)
    return [f for f in found if f.rule[:1] == "G" and f.rule[1:].isdigit()]
