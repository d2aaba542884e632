"""A small report of a unit that does not exist, written as text and opened like any other."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from core.files import open_report
from core.forms import Heading, cell_id, editions
from core.review import Review

_FORM = editions()["2021"]
NUMBERS = {
    "requests.new.natural": "12",
    "requests.new.total": "12",
    "requests.carried_in.natural": "1",
    "requests.carried_in.total": "1",
    "requests.granted.natural": "10",
    "requests.granted.total": "10",
    "requests.partial.natural": "2",
    "requests.partial.total": "2",
    "requests.closed.natural": "12",
    "requests.closed.total": "12",
    "requests.carried_out.natural": "1",
    "requests.carried_out.total": "1",
    "disclosure.normative.issued": "3",
    "disclosure.normative.in_force": "3",
    "challenges.reconsideration.upheld": "2",
    "challenges.reconsideration.total": "2",
}
"""What the report says; everything else is 0, and everything adds up."""


def open_review(
    folder: Path, changes: Mapping[str, str] | None = None, without: Collection[str] = ()
) -> Review:
    """The report with some numbers changed and some rows (by id) left out."""
    path = folder / "云岭县测试局2024年政府信息公开工作年度报告.txt"
    numbers = NUMBERS | dict(changes or {})
    lines = ["云岭县测试局2024年政府信息公开工作年度报告"]
    for name in ("disclosure", "requests", "challenges"):
        lines += _table(name, numbers, without)
    path.write_text("\n".join(lines), encoding="utf-8")
    return Review(open_report(path))


def lock(review: Review, id_: str, why: str) -> None:
    """As if the file did not let this cell or paragraph be corrected."""
    held = review.cells if id_ in review.cells else review.paragraphs
    held[id_] = held[id_]._replace(locked=why)


def _table(name: str, numbers: Mapping[str, str], without: Collection[str]) -> Iterator[str]:
    form = _FORM.tables[name]
    yield form.heading
    for section in form.sections:
        yield section.heading
        yield " | ".join(_labels(section.columns))
        for label, row in _rows(section.rows):
            cells = (cell_id(name, row, column) for column in section.column_leaves)
            if row.id not in without:
                yield " | ".join([*label, *(numbers.get(cell, "0") for cell in cells)])


def _labels(headings: tuple[Heading, ...]) -> Iterator[str]:
    for heading in headings:
        yield heading.label
        yield from _labels(heading.children)


def _rows(headings: tuple[Heading, ...]) -> Iterator[tuple[list[str], Heading]]:
    """Each leaf with its label, a group's label before that of its first."""
    for heading in headings:
        if not heading.children:
            yield ([heading.label] if heading.label else []), heading
        for number, (label, leaf) in enumerate(_rows(heading.children)):
            yield ([heading.label] if number == 0 else []) + label, leaf
