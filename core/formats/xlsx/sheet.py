"""A worksheet part as cells with byte offsets.

One regular expression takes the sheet apart. Its pieces must add up to the whole, which proves that nothing
was passed over. Anything it does not know (comments, odd quoting, elements of other programs) sends the part
through the slower walk over its tags.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.errors import ReadError
from core.formats.limits import MAX_CELLS
from core.formats.xlsx.grid import MAX_COLUMNS, Area, area, column_number, place, row_number
from core.formats.xlsx.values import characters, rich_text
from core.formats.xmlspans import Tag, tags, unescape

_DISORDER = "工作表里有重复或顺序错乱的格子，无法确定以哪个为准，请用 Excel 或 WPS 打开、另存后再试"
TOO_LARGE = "工作簿里的格子太多，不像年度报告，没有打开；请只留下报告所在的工作表后再试"

_QUOTED = r"""(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*"""
_PIECE = r"""(?<!\s)(\s*(?:
<%(p)sc\ r="([A-Z]{1,3})([0-9]{1,7})"((?:\s[^<>]*)?/?)>
  (?:(?<=/>)|(?:(<%(p)sf%(q)s(?:/>|(?=>)))(?:>([^<]*)</%(p)sf>)?)?
    (?:<%(p)sv>([^<]*)</%(p)sv>|<%(p)sv\s*/>
       |<%(p)sis><%(p)st(?:\ xml:space="preserve")?>([^<]*)</%(p)st></%(p)sis>)?</%(p)sc>)
|<%(p)srow\ r="([0-9]{1,7})"%(q)s/?>
|(<%(p)sc(?=[\s/>])%(q)s(?:/>|>[^<]*(?:<(?!/?%(p)sc[\s/>])[^<]*)*</%(p)sc>)
  |<%(p)srow(?=[\s/>])%(q)s/?>
  |</%(p)srow>|\Z)))"""
_ATTRIBUTE = re.compile(rb"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


class FormulaText(NamedTuple):
    """An ``<f>`` as it stands.

    kind: ``normal``, ``shared``, ``array`` or ``dataTable``; group: which shared formula, or empty.
    """

    kind: str
    text: str
    area: Area | None
    group: str

    @property
    def filled(self) -> Area | None:
        """The area this one formula fills as a whole, if it does more than its own cell's work."""
        return self.area if self.kind in ("array", "dataTable") else None


class Marks(NamedTuple):
    """A cell's attributes: ``t`` (``n`` when absent), ``s``, whether its data type is an extended one."""

    kind: str
    style: str
    rich: bool


Cell = tuple[int, int, int, int, Marks, str | None, FormulaText | None]
"""Row, column, start and end of the ``<c>``, its marks, content of ``<v>`` or text of ``<is>``, formula.

A bare tuple, because a report makes hundreds of them and a batch millions.
"""


def attributes(raw: bytes) -> dict[bytes, str]:
    """Attributes of a start tag by qualified name, values resolved."""
    return {name: unescape(value or quoted) for name, value, quoted in _ATTRIBUTE.findall(raw)}


def parse(data: bytes, prefix: bytes) -> tuple[list[Cell], int]:
    """Cells of a checked worksheet part in order, and the offset where ``<sheetData>`` ends.

    prefix: of the spreadsheet namespace with its colon, empty for the default. Raises ReadError when
    cells repeat, stand out of order or outside the sheet, or are far too many for a report.
    """
    if data.count(b"<%bc" % prefix) > MAX_CELLS or data.count(b"<%brow" % prefix) > MAX_CELLS:
        raise ReadError(TOO_LARGE)
    plain = b"<!" not in data and data.find(b"<?", 5) < 0
    return (_quickly(data, prefix) if plain else None) or _slowly(data, prefix)


class _Builder:
    """Collects cells, settles where each stands and refuses disorder."""

    def __init__(self, data: bytes, prefix: bytes) -> None:
        self.cells: list[Cell] = []
        self.row = self.column = -1
        self._data = data
        self._prefix = prefix

    def element(self, tag: Tag, end: int, inner_end: int) -> None:
        """Take a ``<row>`` or a ``<c>`` that ends at ``end``, its content at ``inner_end``."""
        found = attributes(tag.attributes)
        reference = found.get(b"r")
        if tag.name == self._prefix + b"row":
            row, column = self.row + 1 if reference is None else row_number(reference), -1
        else:
            row, column = place(reference) if reference is not None else (self.row, self.column + 1)
            raw, formula = _content(self._data, tag.end, inner_end, self._prefix)
            self.cells.append((row, column, tag.start, end, _marks(found), raw, formula))
        if (row <= self.row) if column < 0 else (row != self.row or not self.column < column < MAX_COLUMNS):
            raise ReadError(_DISORDER)
        self.row, self.column = row, column

    def other(self, start: int, end: int) -> None:
        """Take a piece that is no cell in the usual form: a row's start or end, or an odd cell."""
        tag = next(tags(self._data, start, end), None)
        if tag and tag.kind != "e":
            self.element(tag, end, end if tag.kind == "0" else end - len(tag.name) - 3)


def _marks(found: dict[bytes, str]) -> Marks:
    return Marks(found.get(b"t", "n"), found.get(b"s", ""), b"vm" in found)


def _quickly(data: bytes, prefix: bytes) -> tuple[list[Cell], int] | None:
    """The cells, or None when the pieces do not add up. One Latin-1 character stands for one byte."""
    page, name = data.decode("latin-1"), prefix.decode("latin-1")
    opening, ending = f"<{name}sheetData>", f"</{name}sheetData>"
    position, end = page.find(opening) + len(opening), page.rfind(ending)
    pieces = _pieces(name).findall(page, position, max(end, 0))
    if end < position or sum([len(piece[0]) for piece in pieces]) != end - position:
        return None
    return _cells(data, prefix, pieces, position), end + len(ending)


def _cells(data: bytes, prefix: bytes, pieces: list[tuple[str, ...]], position: int) -> list[Cell]:
    """Cells from the pieces of a sheet; written flat, because this loop decides how long a file takes."""
    builder, memory, before_source = _Builder(data, prefix), dict[str, Marks](), len(prefix) + 2
    cells, row_name, row, column = builder.cells, "", -1, -1
    for whole, letters, digits, rest, f, source, value, text, at, _ in pieces:
        start = position
        position += len(whole)
        if at:
            row_name, before, row, column = at, row, row_number(at), -1
            if row <= before:
                raise ReadError(_DISORDER)
            continue
        if whole[:1] != "<":
            start += len(whole) - len(whole.lstrip())
        if not letters:
            builder.row, builder.column = row, column
            builder.other(start, position)
            row, column, row_name = builder.row, builder.column, str(builder.row + 1)
            continue
        before, column = column, column_number(letters)
        if digits != row_name or column <= before:
            raise ReadError(_DISORDER)
        marks = memory.get(rest)
        if marks is None:
            marks = memory[rest] = _marks(attributes(rest.encode("latin-1")))
        raw: str | None = value or text
        if not raw:
            raw = "" if f and f"<{prefix.decode('latin-1')}v" in whole else None
        elif not raw.isdecimal():
            raw = unescape(raw.encode("latin-1"))
        formula = f and _formula(f[before_source:].encode("latin-1"), unescape(source.encode("latin-1")))
        cells.append((row, column, start, position, marks, raw, formula or None))
    return cells


@lru_cache(maxsize=8)
def _pieces(prefix: str) -> re.Pattern[str]:
    return re.compile(_PIECE % {"p": re.escape(prefix), "q": _QUOTED}, re.VERBOSE | re.DOTALL)


def _slowly(data: bytes, prefix: bytes) -> tuple[list[Cell], int]:
    """The cells by a walk over all tags, which knows how deep each one stands."""
    builder = _Builder(data, prefix)
    sheet, row, cell = prefix + b"sheetData", prefix + b"row", prefix + b"c"
    path: list[bytes] = []
    opened: Tag | None = None
    for tag in tags(data):
        if tag.kind == "e":
            path.pop()
            if opened and len(path) == 3:
                builder.element(opened, tag.end, tag.start)
                opened = None
            elif len(path) == 1 and tag.name == sheet:
                return builder.cells, tag.end
            continue
        above = path[1:] if len(path) < 4 else None
        if above == [] and tag.name == sheet and tag.kind == "0":
            return builder.cells, tag.end
        if above == [sheet] and tag.name == row:
            builder.element(tag, tag.end, tag.end)
        elif above == [sheet, row] and tag.name == cell and tag.kind == "s":
            opened = tag
        elif above == [sheet, row] and tag.name == cell:
            builder.element(tag, tag.end, tag.end)
        if tag.kind == "s":
            path.append(tag.name)
    return builder.cells, len(data)


def children(data: bytes, start: int, end: int) -> Iterator[tuple[Tag, int, int]]:
    """Child elements between two offsets: start tag, where the content ends, where the element ends."""
    depth = 0
    opened: Tag | None = None
    for tag in tags(data, start, end):
        if tag.kind == "e":
            depth -= 1
            if depth == 0 and opened:
                yield opened, tag.start, tag.end
        elif tag.kind == "0" and depth == 0:
            yield tag, tag.end, tag.end
        elif tag.kind == "s":
            opened = tag if depth == 0 else opened
            depth += 1


def _content(data: bytes, start: int, end: int, prefix: bytes) -> tuple[str | None, FormulaText | None]:
    raw: str | None = None
    formula: FormulaText | None = None
    for tag, last, _ in children(data, start, end):
        if tag.name == prefix + b"v":
            raw = characters(data[tag.end : last])
        elif tag.name == prefix + b"is" and raw is None:
            raw = rich_text(data, tag.end, last, prefix)
        elif tag.name == prefix + b"f":
            formula = _formula(tag.attributes, characters(data[tag.end : last]))
    return raw, formula


def _formula(given: bytes, text: str) -> FormulaText:
    if b"t=" not in given:
        return FormulaText("normal", text, None, "")
    found = attributes(given)
    reference = found.get(b"ref")
    return FormulaText(
        found.get(b"t", "normal"), text, area(reference) if reference else None, found.get(b"si", "")
    )
