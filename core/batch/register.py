"""The register of units that have to hand in a report, and how what was handed in stands against it (D07).

A register is a workbook (its first table) or a csv file: a column of names, called 单位… if it has a heading,
and perhaps others with short or former names.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.batch.record import Row
from core.errors import GoujiError, ReadError
from core.formats import registry
from core.reading import read_bytes
from core.tables import RawTable
from core.units import same_unit

_NAME = re.compile(r"单位(?:名称|全称)?|名称|机关(?:名称)?|部门(?:名称)?|填报单位|报送单位")
_ALIAS = re.compile(r"简称|别名|曾用名|原名|原单位名称|俗称|又名")
_SPLIT = re.compile(r"[、,，;；/|\n]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")
_HEADING_ROWS = 10
_MOST_PLACES = 1_000_000
"""Rows by columns; a register has some thousand."""


class RegisterError(GoujiError):
    """The register cannot be used; the sentence says which file, why and what to do."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that has to hand in. aliases: other names it goes by."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How one unit, or one file that is of none, stands.

    kind: one of ``KINDS``. what: in one sentence.
    """

    kind: str
    unit: str
    what: str
    paths: tuple[Path, ...] = ()


KINDS = {
    "missing": "未报",
    "repeated": "重复报",
    "wrong_year": "年度不符",
    "late": "迟报",
    "other_name": "名称不一致",
    "stranger": "不在名册",
}


def read_register(path: Path) -> tuple[Unit, ...]:
    """The units in the file's order. Raises RegisterError."""
    try:
        data = read_bytes(path)
        grid = _csv(data) if path.suffix.lower() in (".csv", ".txt") else _workbook(data)
    except ReadError as error:
        raise RegisterError(f"名册“{path.name}”打不开：{error}。") from None
    units = tuple(_units(grid))
    if not units:
        raise RegisterError(
            f"名册“{path.name}”里没有找到单位名称；请把单位名称放在一列里，列名写“单位名称”。"
        )
    return units


def _csv(data: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        dialect: type[csv.Dialect] = csv.excel_tab if "\t" in text.partition("\n")[0] else csv.excel
        try:
            return [row for row in csv.reader(text.splitlines(), dialect) if any(row)]
        except csv.Error:
            raise ReadError("有一格的文字太长（可能少了一个引号），请用 WPS 或 Excel 另存为 .xlsx") from None
    raise ReadError("文件不是可以识别的文字，请用 WPS 或 Excel 另存为 .xlsx 或 UTF-8 编码的 .csv")


def _workbook(data: bytes) -> list[list[str]]:
    tables = [table for table in registry.read(data).tables if not table.hidden]
    return _rows(tables[0]) if tables else []


def _rows(table: RawTable) -> list[list[str]]:
    """The rows in which something stands. Raises ReadError where they are too many or too wide."""
    written = [cell for cell in table.cells if cell.text.strip()]
    width = max((cell.column for cell in written), default=-1) + 1
    rows: dict[int, list[str]] = {}
    for cell in written:
        if cell.row not in rows:
            rows[cell.row] = [""] * width
            if width * len(rows) > _MOST_PLACES:
                raise ReadError("表格太大，不像一份名册；请只留下单位名称所在的几列")
        rows[cell.row][cell.column] = cell.text.strip()
    return list(rows.values())


def _units(grid: Sequence[Sequence[str]]) -> Iterator[Unit]:
    top, name, aliases = _columns(grid)
    seen: set[str] = set()
    for row in grid[top:]:
        own = _folded(row[name]) if name < len(row) else ""
        if _CHINESE.search(own) and own not in seen:
            seen.add(own)
            others = (part for column in aliases if column < len(row) for part in _SPLIT.split(row[column]))
            yield Unit(own, tuple(filter(None, map(_folded, others))))


def _columns(grid: Sequence[Sequence[str]]) -> tuple[int, int, list[int]]:
    """Row below the headings, the column of names, those of other names; without headings the first column
    that holds words.
    """
    for number, row in enumerate(grid[:_HEADING_ROWS]):
        folded = [_folded(text) for text in row]
        name = next((n for n, text in enumerate(folded) if _NAME.fullmatch(text)), None)
        if name is not None:
            return number + 1, name, [n for n, text in enumerate(folded) if _ALIAS.search(text)]
    width = max(map(len, grid), default=0)
    counts = [sum(1 for row in grid if n < len(row) and _CHINESE.search(row[n])) for n in range(width)]
    return 0, counts.index(max(counts)) if counts else 0, []


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


class Matcher:
    """Finds which unit of a register a report is of."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = tuple(units)
        self._named = {name: unit for unit in self._units for name in (*unit.aliases, unit.name)}

    def unit_of(self, row: Row) -> Unit | None:
        """By the unit's name in the report, else by the file's name; None where neither tells one unit."""
        name = _folded(row.unit or "")
        if name:
            return self._named.get(name) or self._only(u for u in self._units if self._is(u, name))
        stem = _folded(row.path.stem)
        within = [unit for name, unit in self._named.items() if name in stem]
        return max(within, key=lambda unit: len(unit.name), default=None)

    def _is(self, unit: Unit, name: str) -> bool:
        return any(same_unit(own, name) for own in (unit.name, *unit.aliases))

    def _only(self, found: Iterator[Unit]) -> Unit | None:
        units = tuple(found)
        return units[0] if len(units) == 1 else None


def standings(rows: Sequence[Row], units: Sequence[Unit], year: int | None) -> list[Standing]:
    """How everything handed in stands against the register, in the register's order, strangers last.

    rows: without the files that are no reports. year: the one that is collected; None where it is not known.
    """
    matcher = Matcher(units)
    handed: dict[str, list[Row]] = {unit.name: [] for unit in units}
    strangers: list[Row] = []
    for row in rows:
        unit = matcher.unit_of(row)
        (handed[unit.name] if unit else strangers).append(row)
    found = [standing for unit in units for standing in _standing(unit, handed[unit.name], year)]
    return found + [_stranger(row) for row in strangers]


def _standing(unit: Unit, rows: Sequence[Row], year: int | None) -> Iterator[Standing]:
    due = [row for row in rows if year is None or row.year in (year, None)]
    stray = [row for row in rows if row not in due]
    if not due:
        yield _absent(unit, stray, year)
    if len(due) > 1:
        names = "、".join(f"“{row.path.name}”" for row in due)
        what = f"“{unit.name}”{_of(year)}的报告有 {len(due)} 份：{names}"
        yield Standing("repeated", unit.name, what, tuple(row.path for row in due))
    for row in rows:
        if due and row in stray:
            what = f"“{row.path.name}”是 {row.year} 年度的报告，要收的是 {year} 年度的"
            yield Standing("wrong_year", unit.name, what, (row.path,))
        elif row.late and row in due:
            yield Standing("late", unit.name, f"“{row.path.name}”：{row.late}", (row.path,))
        if row.unit and _folded(row.unit) != unit.name:
            what = f"“{row.path.name}”里写的单位是“{row.unit}”，名册里是“{unit.name}”"
            yield Standing("other_name", unit.name, what, (row.path,))


def _absent(unit: Unit, stray: Sequence[Row], year: int | None) -> Standing:
    """Nothing of the year that is collected; what came instead, if anything did, is said in the same line."""
    what = f"没有收到“{unit.name}”{_of(year)}的报告"
    if not stray:
        return Standing("missing", unit.name, what)
    others = "、".join(f"“{row.path.name}”（{row.year} 年度）" for row in stray)
    return Standing("wrong_year", unit.name, f"{what}，交来的是{others}", tuple(row.path for row in stray))


def _of(year: int | None) -> str:
    return f"{year} 年度" if year else ""


def _stranger(row: Row) -> Standing:
    if row.state == "unreadable":
        return Standing("stranger", "", f"“{row.path.name}”打不开，看不出是哪个单位的", (row.path,))
    told = f"的单位“{row.unit}”不在名册里" if row.unit else "没有写明单位，对不上名册"
    return Standing("stranger", row.unit or "", f"“{row.path.name}”{told}", (row.path,))


def usual_year(rows: Iterable[Row]) -> int | None:
    """The year most of the reports are of; of two the later one."""
    years = [row.year for row in rows if row.year]
    return max(set(years), key=lambda year: (years.count(year), year), default=None)
