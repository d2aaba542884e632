"""Reports made of a few given figures, and what the checks of figures say of them. Units do not exist."""

from collections.abc import Mapping
from pathlib import Path

from core.catalogue import rule_of
from core.files import from_bytes
from core.findings import Finding
from core.forms import editions
from core.previous import last_year_of
from core.review import Review
from tests.documents import excel, word
from tests.layouts import Numbers, report

YEARS = {"2021": 2023, "2019": 2020}
UNIT = "云岭市青禾区农业农村局"
_PARTS = ("natural", "business", "research", "ngo", "legal", "other")
_RESULTS = ("upheld", "corrected", "other", "pending")


def tables(figures: Mapping[str, int | str] | None = None, edition: str = "2021") -> Numbers:
    """All three tables: the figures given, totals that follow from them, everything else 0."""
    form = editions()[edition]
    cells = {cell: "0" for table in form.tables.values() for cell in table.cells}
    given = {cell: str(value) for cell, value in (figures or {}).items()}
    assert given.keys() <= cells.keys(), given.keys() - cells.keys()
    cells |= given
    rows = [row.id or "" for row in form.tables["requests"].sections[0].row_leaves]
    results = [row for row in rows if row not in ("new", "carried_in", "closed", "carried_out")]
    for part in _PARTS:
        closed = f"requests.closed.{part}"
        if closed not in given:
            cells[closed] = _sum(cells, [f"requests.{row}.{part}" for row in results])
    for row in rows:
        cells[f"requests.{row}.total"] = _sum(cells, [f"requests.{row}.{part}" for part in _PARTS])
    for group in ("reconsideration", "direct_suit", "later_suit"):
        name = f"challenges.{group}"
        cells[f"{name}.total"] = _sum(cells, [f"{name}.{result}" for result in _RESULTS])
    return cells


def _sum(cells: Numbers, names: list[str]) -> str:
    return str(sum(int(cells[name]) for name in names))


def review(
    numbers: Numbers,
    edition: str = "2021",
    *,
    last: Numbers | None = None,
    unit: str = UNIT,
    text: Mapping[str, str] | None = None,
    layout: str = "tabs_from_excel",
) -> Review:
    """A sitting with a plain text report of these tables. text: what is replaced in the text around them."""
    year = YEARS[edition]
    before = None if last is None else _opened(_written(last, edition, year - 1, unit, {}, layout))
    now = _opened(_written(numbers, edition, year, unit, text or {}, layout))
    return Review(now, last_year_of(before) if before else None)


def _written(
    numbers: Numbers, edition: str, year: int, unit: str, text: Mapping[str, str], layout: str
) -> str:
    written = report(layout, numbers, edition, year).replace(UNIT, unit)
    for old, new in text.items():
        assert old in written, old
        written = written.replace(old, new)
    return written


def _opened(text: str):
    return from_bytes(text.encode(), Path("年报.txt"))


def in_word(numbers: Numbers, edition: str = "2021") -> Review:
    return Review(from_bytes(word(numbers, edition, YEARS[edition]), Path("年报.docx")))


def in_excel(numbers: Numbers, edition: str = "2021") -> Review:
    return Review(from_bytes(excel(numbers, edition, YEARS[edition]), Path("年报.xlsx")))


def own(sitting: Review) -> list[Finding]:
    """What the checks of figures and tables say; not what others say of carry-over and of the text."""
    return [finding for finding in sitting.findings if finding.equation is None and _is_own(finding)]


def _is_own(finding: Finding) -> bool:
    rule = rule_of(finding.rule)
    assert rule is not None, finding.rule
    return (rule.id[0] in "ABCH" or rule.id in ("E08", "E09")) and rule.id != "C02"


def rules(sitting: Review) -> list[str]:
    return [finding.rule for finding in own(sitting)]


def the(rule: str, sitting: Review) -> Finding:
    """The one finding of this rule."""
    (found,) = [finding for finding in own(sitting) if finding.rule == rule]
    return found
