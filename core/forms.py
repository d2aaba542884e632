"""The statutory forms as data: heading trees, cell ids and arithmetic rules, read from ``resources/forms``.

Source: 国办公开办函〔2019〕60号 and 〔2021〕30号. A new edition is a new file and no new code.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from typing import Any, Literal

from core.resources import ROOT

Kind = Literal["count", "signed", "amount"]
"""What a cell holds: whole pieces; a change that may be negative; 万元 with up to six decimals."""

RuleForm = Literal["balance", "closed", "sum"]


@dataclass(frozen=True)
class Heading:
    """A row or column heading with those below it; a leaf has an id, a group has none."""

    label: str = ""
    id: str | None = None
    variants: tuple[str, ...] = ()
    kind: Kind = "count"
    children: tuple["Heading", ...] = ()

    def leaves(self) -> Iterator["Heading"]:
        return chain.from_iterable(c.leaves() for c in self.children) if self.children else iter((self,))

    def depth(self) -> int:
        return 1 + max((c.depth() for c in self.children), default=0)

    @property
    def labels(self) -> tuple[str, ...]:
        return (self.label, *self.variants)


@dataclass(frozen=True)
class Section:
    """A block of the table under its own column headings (表二 has four or five, the others one)."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    heading: str = ""
    corner: str = ""

    @cached_property
    def row_leaves(self) -> tuple[Heading, ...]:
        return tuple(chain.from_iterable(r.leaves() for r in self.rows))

    @cached_property
    def column_leaves(self) -> tuple[Heading, ...]:
        return tuple(chain.from_iterable(c.leaves() for c in self.columns))


@dataclass(frozen=True)
class Equation:
    """``sum(left) == sum(right)`` over cell ids; ``rule`` is the public id (interfaces.md §2)."""

    rule: str
    table: str
    form: RuleForm
    left: tuple[str, ...]
    right: tuple[str, ...]

    @cached_property
    def cells(self) -> tuple[str, ...]:
        return self.left + self.right


@dataclass(frozen=True)
class CellPlace:
    """Where a cell stands in its form: the leaf headings that name it."""

    id: str
    table: str
    section: Section
    row: Heading
    column: Heading

    @property
    def kind(self) -> Kind:
        return self.column.kind


@dataclass(frozen=True)
class TableForm:
    """One statutory table of one edition."""

    id: str
    name: str
    part: str
    heading: str
    variants: tuple[str, ...]
    edition: str
    sections: tuple[Section, ...]
    equations: tuple[Equation, ...] = field(repr=False)

    @cached_property
    def cells(self) -> Mapping[str, CellPlace]:
        """Every cell of the table by id, in the form's own order."""
        return {
            (cell := cell_id(self.id, row, column)): CellPlace(cell, self.id, section, row, column)
            for section in self.sections
            for row in section.row_leaves
            for column in section.column_leaves
        }


@dataclass(frozen=True)
class Form:
    """One edition of the whole form."""

    edition: str
    notice: str
    first_year: int
    tables: Mapping[str, TableForm]


def cell_id(table: str, row: Heading, column: Heading) -> str:
    """``requests.refused.secret.natural``: table, row and column, those that are named."""
    return ".".join(part for part in (table, row.id, column.id) if part)


@cache
def editions() -> Mapping[str, Form]:
    """All editions by name, oldest first."""
    files = sorted((ROOT / "forms").glob("*.toml"))
    forms = [_form(tomllib.loads(path.read_text(encoding="utf-8"))) for path in files]
    return {form.edition: form for form in forms}


TABLES = ("disclosure", "requests", "challenges")
"""The statutory tables' ids in the report's order."""


def _form(data: dict[str, Any]) -> Form:
    tables = [_table(t, data["edition"]) for t in data["tables"]]
    return Form(data["edition"], data["notice"], data["first_year"], {t.id: t for t in tables})


def _table(data: dict[str, Any], edition: str) -> TableForm:
    sections = tuple(_section(s) for s in data["sections"])
    equations = tuple(chain.from_iterable(_equations(r, data["id"], sections) for r in data.get("rules", ())))
    return TableForm(
        data["id"],
        data["name"],
        data["part"],
        data["heading"],
        tuple(data.get("variants", ())),
        edition,
        sections,
        equations,
    )


def _section(data: dict[str, Any]) -> Section:
    return Section(
        _headings(data["rows"]), _headings(data["columns"]), data.get("heading", ""), data.get("corner", "")
    )


def _headings(data: list[dict[str, Any]]) -> tuple[Heading, ...]:
    return tuple(
        Heading(
            d.get("label", ""),
            d.get("id"),
            tuple(d.get("variants", ())),
            d.get("kind", "count"),
            _headings(d.get("children", [])),
        )
        for d in data
    )


def _equations(rule: dict[str, Any], table: str, sections: tuple[Section, ...]) -> Iterator[Equation]:
    """Spell a rule out: once for each column, once for each row, or for the cells it lists."""
    name, left, right = rule["id"], rule["left"], rule["right"]
    form: RuleForm = name.split(".")[1]
    match rule["over"]:
        case "columns":
            ends = [(f"{name}.{c.id}", "{}." + str(c.id)) for s in sections for c in s.column_leaves]
        case "rows":
            ends = [(f"{name}.{r.id}", f"{r.id}." + "{}") for s in sections for r in s.row_leaves]
        case _:
            ends = [(name, "{}")]
    for public, pattern in ends:
        yield Equation(
            public,
            table,
            form,
            tuple(f"{table}.{pattern.format(x)}" for x in left),
            tuple(f"{table}.{pattern.format(x)}" for x in right),
        )
