"""A workbook package: which parts are its worksheets, and what else its formulas refer to."""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from core.errors import ReadError
from core.formats.limits import MAX_CELLS
from core.formats.package import BROKEN, Package
from core.formats.xlsx.grid import Area, area
from core.formats.xlsx.sheet import TOO_LARGE, Cell, attributes, parse
from core.formats.xlsx.values import characters, shared_strings
from core.formats.xmlspans import checked, tags

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""Namespace of spreadsheets, transitional and strict."""
RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
MAX_FORMULAS = 100_000
"""Of a workbook; a report has some hundred, and each is taken apart."""
_HIDDEN = re.compile(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_LOCAL_RELATIONSHIP = rb"(?:[^\s<>:/]+:)?Relationship"
_ELEMENT = rb"<%b(?=[\s/>])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"

_NOT_A_WORKBOOK = "文件内部结构不是 Excel 工作簿，请用 Excel 或 WPS 打开、另存为 .xlsx 后再试"
_BINARY = "这是二进制工作簿（.xlsb），不能直接读取，请在 Excel 里另存为“Excel 工作簿（.xlsx）”后再打开"
_ODD_PREFIX = "文件内部的写法少见（同一名称空间有两个前缀），请用 Excel 或 WPS 打开、另存后再试"


class Relation(NamedTuple):
    """kind: last word of the relationship's type (``worksheet``); part: the member it leads to."""

    kind: str
    part: str


class Sheet(NamedTuple):
    """A worksheet.

    number: its place among all sheets of the workbook; prefix: of the spreadsheet namespace with its colon;
    headers: header rows of the tables on it; hidden: it is not shown.
    """

    number: int
    name: str
    part: str
    prefix: bytes
    cells: list[Cell]
    merges: list[Area]
    headers: list[Area]
    protected: bool
    hidden: bool


class Book(NamedTuple):
    """names: text of the defined names, folded, by the sheet they belong to (None: the workbook)."""

    package: Package
    part: str
    prefix: bytes
    sheets: list[Sheet]
    strings: list[str]
    names: dict[int | None, dict[str, str]]


def open_book(data: bytes) -> Book:
    """Read a workbook package. Raises ReadError in the clerk's words on anything that is none."""
    package = Package(data)
    part = _only(package, "", "officeDocument")
    if part.endswith(".bin"):
        raise ReadError(_BINARY)
    workbook = package.read(part)
    spaces = checked(workbook)
    prefix = prefix_of(spaces, MAIN)
    relations = relations_of(package, part)
    entries, names = _workbook(workbook, prefix, prefix_of(spaces, RELATIONS) + b"id")
    found = [
        (number, name, relations[target].part, hidden)
        for number, (name, target, hidden) in enumerate(entries)
        if _relation(relations, target).kind == "worksheet"
    ]
    if len({part for _, _, part, _ in found}) != len(found):
        raise ReadError(BROKEN)
    sheets = list(_sheets(package, found))
    return Book(package, part, prefix, sheets, _strings(package, relations), names)


def _sheets(package: Package, found: list[tuple[int, str, str, bool]]) -> Iterator[Sheet]:
    """The worksheets. Raises ReadError where they are far too large together."""
    cells = formulas = 0
    for number, name, part, hidden in found:
        sheet = _sheet(package, number, name, part, hidden=hidden)
        cells += len(sheet.cells)
        formulas += sum(cell[6] is not None for cell in sheet.cells)
        if cells > MAX_CELLS or formulas > MAX_FORMULAS:
            raise ReadError(TOO_LARGE)
        yield sheet


def _only(package: Package, source: str, kind: str) -> str:
    parts = [r.part for r in relations_of(package, source).values() if r.kind == kind]
    if len(parts) != 1:
        raise ReadError(BROKEN)
    return parts[0]


def _relation(relations: dict[str, Relation], identifier: str) -> Relation:
    if identifier not in relations:
        raise ReadError(BROKEN)
    return relations[identifier]


def relations_of(package: Package, source: str) -> dict[str, Relation]:
    """What a part refers to inside the package, by relationship id; ``source`` empty for the package."""
    folder, name = posixpath.split(source)
    data = package.read(posixpath.join(folder, "_rels", name + ".rels"))
    checked(data)
    found: dict[str, Relation] = {}
    for given in _elements(_HIDDEN.sub(b"", data), _LOCAL_RELATIONSHIP):
        if given.get(b"TargetMode") != "External":
            target = posixpath.join("/" + folder, given.get(b"Target", "").replace("\\", "/"))
            kind = given.get(b"Type", "").rpartition("/")[2]
            found[given.get(b"Id", "")] = Relation(kind, posixpath.normpath(target).lstrip("/"))
    return found


def prefix_of(spaces: dict[str, str], uris: tuple[str, str]) -> bytes:
    """What a part calls a namespace, with its colon. Raises ReadError where it does not have it."""
    prefix = next((spaces[uri] for uri in uris if uri in spaces), None)
    if prefix is None:
        raise ReadError(_NOT_A_WORKBOOK)
    if prefix == "?":
        raise ReadError(_ODD_PREFIX)
    return f"{prefix}:".encode() if prefix else b""


def _workbook(
    data: bytes, prefix: bytes, identifier: bytes
) -> tuple[list[tuple[str, str, bool]], dict[int | None, dict[str, str]]]:
    """Name, relationship id and hiddenness of every sheet in order, and the defined names."""
    sheets: list[tuple[str, str, bool]] = []
    names: dict[int | None, dict[str, str]] = {}
    start, given = 0, dict[bytes, str]()
    for tag in tags(data):
        if tag.name == prefix + b"sheet" and tag.kind != "e":
            found = attributes(tag.attributes)
            hidden = found.get(b"state", "visible") != "visible"
            sheets.append((found.get(b"name", ""), found.get(identifier, ""), hidden))
        elif tag.name == prefix + b"definedName":
            if tag.kind == "s":
                start, given = tag.end, attributes(tag.attributes)
            elif tag.kind == "e":
                owner = given.get(b"localSheetId")
                key = int(owner) if owner and owner.isdecimal() and len(owner) < 9 else None
                text = characters(data[start : tag.start])
                names.setdefault(key, {})[given.get(b"name", "").casefold()] = text
    return sheets, names


def _strings(package: Package, relations: dict[str, Relation]) -> list[str]:
    part = next((r.part for r in relations.values() if r.kind == "sharedStrings"), None)
    if part is None:
        return []
    data = package.read(part)
    return shared_strings(data, prefix_of(checked(data), MAIN))


def _sheet(package: Package, number: int, name: str, part: str, *, hidden: bool) -> Sheet:
    data = package.read(part)
    prefix = prefix_of(checked(data), MAIN)
    cells, end = parse(data, prefix)
    tail = _HIDDEN.sub(b"", data[end:])
    merges = [
        area(given[b"ref"]) for given in _elements(tail, re.escape(prefix) + b"mergeCell") if b"ref" in given
    ]
    protected = any(_elements(tail, re.escape(prefix) + b"sheetProtection"))
    headers = list(_headers(package, part)) if prefix + b"tableParts" in tail else []
    return Sheet(number, name, part, prefix, cells, merges, headers, protected, hidden)


def _elements(data: bytes, name: bytes) -> Iterator[dict[bytes, str]]:
    """Attributes of the elements of this name (a pattern) in a piece of XML without comments."""
    for raw in re.findall(_ELEMENT % name, data):
        yield attributes(raw)


def _headers(package: Package, part: str) -> Iterator[Area]:
    tables = {r.part: None for r in relations_of(package, part).values() if r.kind == "table"}
    for table in tables:
        data = package.read(table)
        prefix = prefix_of(checked(data), MAIN)
        for given in _elements(_HIDDEN.sub(b"", data), re.escape(prefix) + b"table"):
            if b"ref" in given and given.get(b"headerRowCount", "1") != "0":
                whole = area(given[b"ref"])
                yield whole._replace(bottom=whole.top)
