"""Relations between cells that are no equations but must make sense: ``resources/checks/plausible.toml``.

A10 … C24 of the catalogue of checks. Each says what would be odd, never what is right, so all but a few
are doubts. A blank counts as 0; where a number is missing or cannot be read nothing is judged.
"""

import operator
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from core import catalogue
from core.findings import Finding, Severity
from core.forms import TABLES, editions
from core.numerals import Number, plain
from core.resources import ROOT
from core.subject import Subject
from core.wording import cell_name

_LAST = "last:"
_COMPARISON = re.compile(r"(?:(\d+) )?(\w+) (<=|>=|!=|=|<|>) (?:(\d+) )?(\w+)")
_OPERATORS: Mapping[str, Callable[[Number, Number], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "!=": operator.ne,
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
}


@dataclass(frozen=True, slots=True)
class Sum:
    """Cells added up, those with sign −1 taken away; ``then``: cells of last year's report."""

    now: tuple[tuple[str, int], ...]
    then: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``times · left`` held against ``factor · right``, or against ``factor`` where ``right`` is empty."""

    times: int
    left: str
    compare: Callable[[Number, Number], bool]
    factor: int
    right: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What is odd if all its comparisons hold; see the remarks in the TOML file.

    cells: this year's, in form order. first: the one that the sentence begins with.
    """

    rule: str
    severity: Severity | None
    last_year: bool | None
    sums: Mapping[str, Sum]
    odd: tuple[Comparison, ...]
    first: str
    cells: tuple[str, ...]
    expected: str
    found: str
    say: str


def plausible(subject: Subject) -> Iterator[Finding]:
    """A finding for each relation that is odd."""
    has_last = subject.last_year is not None
    for relation in relations():
        if relation.first in subject.readings and relation.last_year in (None, has_last):
            values = _values(relation, subject)
            if values is not None:
                yield _finding(relation, values, subject)


def _values(relation: Relation, subject: Subject) -> dict[str, Number] | None:
    """What the sums come to, by name, where the relation is odd."""
    values: dict[str, Number] = {}
    for comparison in relation.odd:
        for name in (comparison.left, comparison.right):
            if name and name not in values:
                value = _value(relation.sums[name], subject)
                if value is None:
                    return None
                values[name] = value
        right = comparison.factor * values[comparison.right] if comparison.right else comparison.factor
        if not comparison.compare(comparison.times * values[comparison.left], right):
            return None
    for name, wanted in relation.sums.items():
        if name not in values:
            value = _value(wanted, subject)
            if value is None:
                return None
            values[name] = value
    return values


def _value(wanted: Sum, subject: Subject) -> Number | None:
    total: Number = 0
    for cell, sign in wanted.now:
        value = subject.value(cell)
        if value is None:
            return None
        total += sign * value
    for cell, sign in wanted.then:
        value = subject.last_year.values.get(cell) if subject.last_year else None
        if value is None:
            return None
        total += sign * value
    return total


def _finding(relation: Relation, values: Mapping[str, Number], subject: Subject) -> Finding:
    table = relation.first.split(".", 1)[0]
    said = {name: plain(value) for name, value in values.items()}
    return catalogue.finding(
        relation.rule,
        relation.say.format(where=cell_name(subject.forms[table], relation.first), **said),
        severity=relation.severity,
        table=table,
        cells=relation.cells,
        expected=said.get(relation.expected),
        found=said.get(relation.found),
    )


# --- the file -------------------------------------------------------------------------------------------


@cache
def relations() -> tuple[Relation, ...]:
    """All relations of the file, those with ``each`` spelled out."""
    data = tomllib.loads((ROOT / "checks" / "plausible.toml").read_text(encoding="utf-8"))
    return tuple(
        _relation(entry, each, data["sums"])
        for entry in data["relations"]
        for each in entry.get("each", ("",))
    )


def _relation(entry: Mapping[str, Any], each: str, named: Mapping[str, list[str]]) -> Relation:
    odd = tuple(_comparison(text) for text in entry["odd"])
    said = [name for name in re.findall(r"\{(\w+)\}", entry["say"]) if name != "where"]
    names = dict.fromkeys([name for c in odd for name in (c.left, c.right) if name] + said)
    sums = {name: _sum(named[name], each) for name in names}
    cells = {cell for each_sum in sums.values() for cell, _ in each_sum.now}
    return Relation(
        entry["rule"],
        entry.get("severity"),
        entry.get("last_year"),
        sums,
        odd,
        sums[odd[0].left].now[0][0],
        tuple(sorted(cells, key=_form_order().__getitem__)),
        entry.get("expected", ""),
        entry.get("found", ""),
        entry["say"],
    )


def _comparison(text: str) -> Comparison:
    match = _COMPARISON.fullmatch(text)
    assert match is not None, text
    times, left, sign, factor, right = match.groups()
    if right.isdigit():
        factor, right = right, ""
    return Comparison(int(times or 1), left, _OPERATORS[sign], int(factor or 1), right)


def _sum(terms: list[str], each: str) -> Sum:
    parts = [(term.removeprefix("-").format(each=each), -1 if term.startswith("-") else 1) for term in terms]
    return Sum(
        tuple(part for part in parts if not part[0].startswith(_LAST)),
        tuple((cell.removeprefix(_LAST), sign) for cell, sign in parts if cell.startswith(_LAST)),
    )


@cache
def _form_order() -> Mapping[str, int]:
    """Every cell of every edition by its place in the report."""
    cells = [c for table in TABLES for form in editions().values() for c in form.tables[table].cells]
    return {cell: number for number, cell in enumerate(dict.fromkeys(cells))}
