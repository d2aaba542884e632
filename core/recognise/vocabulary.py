"""The words of a statutory table that recognition looks for, built once per form."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from core.forms import Heading, Section, TableForm, editions
from core.labels import Vocabulary, body


class RowKey(NamedTuple):
    """A leaf row: the number of its section in the table, and the row's id."""

    section: int
    row: str


class Words(NamedTuple):
    """One statutory table's vocabulary.

    rows: leaf row headings. columns: leaf column headings, a vocabulary for each section.
    groups: headings that group others. ancestors: the groups each leaf column stands under.
    members: the leaves of each group that has nothing but leaves.
    fragments: all headings folded, to know a piece of a heading that was broken over lines.
    """

    form: TableForm
    rows: Vocabulary[RowKey]
    columns: tuple[Vocabulary[str], ...]
    sections: Vocabulary[int]
    groups: Vocabulary[str]
    ancestors: Mapping[str, frozenset[str]]
    members: Mapping[str, tuple[str, ...]]
    fragments: str


@cache
def words(edition: str, table: str) -> Words:
    """The vocabulary of one table of one edition."""
    form = editions()[edition].tables[table]
    return Words(
        form,
        Vocabulary(
            (label, RowKey(number, row.id or ""))
            for number, section in enumerate(form.sections)
            for row in section.row_leaves
            for label in row.labels
            if label
        ),
        tuple(
            Vocabulary((label, c.id or "") for c in section.column_leaves for label in c.labels)
            for section in form.sections
        ),
        Vocabulary((section.heading, n) for n, section in enumerate(form.sections) if section.heading),
        Vocabulary((h.label, h.label) for h in _groups(form)),
        {leaf: frozenset(above) for s in form.sections for leaf, above in _ancestors(s.columns, ())},
        {
            h.label: tuple(leaf.id or "" for leaf in h.children)
            for h in _groups(form)
            if h.children and not any(child.children for child in h.children)
        },
        "\n".join(body(label) for label in all_labels(form)),
    )


def _groups(form: TableForm) -> list[Heading]:
    found = [h for s in form.sections for h in _inner((*s.rows, *s.columns))]
    return found + [Heading(s.corner) for s in form.sections if s.corner]


def _inner(headings: tuple[Heading, ...]) -> Iterator[Heading]:
    for heading in headings:
        if heading.children:
            yield heading
            yield from _inner(heading.children)


def _ancestors(
    headings: tuple[Heading, ...], above: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for heading in headings:
        if heading.children:
            yield from _ancestors(heading.children, (*above, heading.label))
        else:
            yield heading.id or "", above


def all_labels(form: TableForm) -> list[str]:
    """Every heading of a table with its variants, leaves and groups."""
    leaves = [h for s in form.sections for h in (*s.row_leaves, *s.column_leaves)]
    return [label for h in leaves for label in h.labels] + [h.label for h in _groups(form)]


def section_rows(section: Section) -> dict[str, Heading]:
    """A section's leaf rows by id."""
    return {row.id or "": row for row in section.row_leaves}
