"""What the sentence and what the tables say, in the clerk's words."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from core.checks.prose.told import Told
from core.findings import Place
from core.forms import Heading, TableForm, editions
from core.numerals import plain
from core.subject import Subject
from core.wording import cell_name, place_name, short_label

_ENDS = re.compile("[,，;；。:：!！?？()（）]")
_BEFORE, _AFTER = 24, 28


@lru_cache(maxsize=256)
def quoted(line: str, place: Place) -> str:
    """The clause around a place, as it stands."""
    begins = [match.end() for match in _ENDS.finditer(line, 0, place.start)]
    listed = line.rfind("、", 0, place.start) + 1
    begin = max([0, *begins[-1:], listed if any(map(str.isdigit, line[:listed])) else 0])
    end = _ENDS.search(line, place.end)
    stop = end.start() if end else len(line)
    before, after = line[begin : place.start], line[place.end : stop]
    if len(before) > _BEFORE:
        before = "…" + before[-_BEFORE:]
    if len(after) > _AFTER:
        after = after[:_AFTER] + "…"
    return (before + line[place.start : place.end] + after).strip()


def said_of(found: Sequence[Told], subject: Subject) -> str:
    """「表三“（七）总计”总计列为 13」; what else the number may speak of follows it."""
    first, *others = found
    parts = [_named(first, subject)]
    for other in others:
        more = other.cells[len(first.cells) :]
        if other.cells == first.cells + more:
            parts.append(f"加{_together(more, subject)}共 {plain(other.total)}")
        else:
            parts.append(_named(other, subject))
    return "，".join(parts)


def name_of(cell: str, form: TableForm) -> str:
    """「表三“（七）总计”总计列」."""
    return _name(cell, form.edition)


@cache
def _name(cell: str, edition: str) -> str:
    form = editions()[edition].tables[cell.split(".")[0]]
    return cell_name(form, cell) + ("列" if form.id == "requests" else "")


def _named(told: Told, subject: Subject) -> str:
    form = subject.forms[told.cells[0].split(".")[0]]
    if len(told.cells) == 1:
        return f"{name_of(told.cells[0], form)}为 {plain(told.total)}"
    return f"{form.name}{_together(told.cells, subject)}合计为 {plain(told.total)}"


def _together(cells: Sequence[str], subject: Subject) -> str:
    """Several cells: by their group, by their common row or column, or each with its number."""
    form = subject.forms[cells[0].split(".")[0]]
    named = _in_common(tuple(cells), form.edition)
    if named or len(cells) > _MANY:
        return named or "相关各格"
    return "＋".join(f"{place_name(form.cells[c])} {plain(subject.value(c) or 0)}" for c in cells) + "，"


@cache
def _in_common(cells: tuple[str, ...], edition: str) -> str:
    """The row or column that the cells share, and what they are in it; empty if they share none."""
    form = editions()[edition].tables[cells[0].split(".")[0]]
    places = [form.cells[cell] for cell in cells]
    rows, columns = list(dict.fromkeys(p.row for p in places)), list(dict.fromkeys(p.column for p in places))
    if len(columns) == 1 and rows[0].label:
        return _listed(rows, places[0].section.rows) + f"{columns[0].label}列"
    if len(rows) == 1 and rows[0].label:
        return f"“{short_label(rows[0])}”行" + _listed(columns, places[0].section.columns)
    return ""


_MANY = 4


def _listed(headings: Sequence[Heading], tree: Sequence[Heading]) -> str:
    """The headings by name, those of a whole group by the group's."""
    names = [f"“{short_label(heading)}”" for heading in headings]
    group = next((g for g in _groups(tree) if g.children == tuple(headings)), None)
    if group is not None:
        return f"“{group.label}”各项"
    return "＋".join(names) if len(names) <= _MANY else f"{names[0]}等 {len(names)} 项"


def _groups(tree: Sequence[Heading]) -> list[Heading]:
    return [h for top in tree for h in (top, *_groups(top.children)) if h.children]
