"""Excel workbooks (.xlsx, .xlsm, .xltx): read with byte anchors, save by splicing single cells."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from core.anchors import Edit, Span, splice
from core.errors import SaveError
from core.formats.xlsx.book import open_book
from core.formats.xlsx.calc import Calculator, Outcome, Place, result_text
from core.formats.xlsx.functions import UNKNOWN, Result, Unknown, Value
from core.formats.xlsx.grid import cell_name
from core.formats.xlsx.noted import Noting
from core.formats.xlsx.sheet import Cell
from core.formats.xlsx.table import raw_table, text_of, uncached
from core.formats.xlsx.write import kind_for, new_cell, recalculating, value_for, with_result, with_value
from core.marks import AUTHOR, Marks
from core.tables import Correction, Document, RawCell, RawTable

_SIGNED = "该文件带有数字签名，保存后签名将失效，需要重新签名"
_PROTECTED = "工作表“{}”设有保护：校核和保存不受影响，但要在 Excel 或 WPS 里手工改它，须先撤销保护"
_NOT_HERE = "要改的格不在这份文件里，没有保存；请重新打开文件再试"
_TWICE = "同一格有两个不同的新值，没有保存；请只留一个"


def read(data: bytes) -> Document:
    """One table per worksheet in the workbook's order, hidden ones too.

    Raises ReadError, in the clerk's words, when the file is damaged, encrypted or no workbook.
    """
    workbook = _Workbook(data)
    return Document("xlsx", data, workbook.tables(), workbook.notes(), workbook)


def encode(document: Document, corrections: Iterable[Correction]) -> bytes:
    """The file with the corrected cells, and the stored results of the formulas that follow from them.

    Everything else is copied byte for byte; without corrections the source itself comes back. Where a
    formula follows that cannot be calculated here, the workbook asks to be recalculated on opening. Raises
    SaveError for a locked cell and for one that is not of this document.
    """
    workbook = _workbook(document)
    new = _accepted(document, workbook, corrections)
    return workbook.written(new) if new else document.source


def mark(document: Document, corrections: Iterable[Correction], marks: Marks) -> bytes:
    """The same with a comment on every corrected cell; raises SaveError also where there can be none."""
    workbook = _workbook(document)
    new = _accepted(document, workbook, corrections)
    return workbook.written(new, marks) if new else document.source


def recalculated(document: Document, corrections: Iterable[Correction]) -> dict[RawCell, str]:
    """Formula cells whose text changes with the corrections, with their new text. Raises like ``encode``."""
    workbook = _workbook(document)
    new = _accepted(document, workbook, corrections)
    if not new or not workbook.has_formulas:
        return {}
    results = workbook.follow(new).results
    cells = {(sheet, c.row, c.column): c for sheet, t in enumerate(document.tables) for c in t.cells}
    texts = {cells[place]: result_text(result) for place, result in results.items() if place in cells}
    return {cell: text for cell, text in texts.items() if text != cell.text}


def calculated(data: bytes) -> bytes:
    """A workbook with the results of its formulas stored, those that it lacks and that can be calculated
    here: not every program that shows a workbook calculates. Raises like ``read``.
    """
    return _Workbook(data).with_results()


class _Workbook:
    """A workbook as read, and what is needed to write it."""

    def __init__(self, data: bytes) -> None:
        self.book = open_book(data)
        formulas = [(cell[4].kind, cell[5]) for sheet in self.book.sheets for cell in sheet.cells if cell[6]]
        self.has_formulas = bool(formulas)
        self._lacks_results = any(uncached(kind, raw) for kind, raw in formulas)

    @cached_property
    def _calculator(self) -> Calculator:
        return Calculator(self.book)

    def tables(self) -> tuple[RawTable, ...]:
        computed: list[dict[tuple[int, int], str]] = [{} for _ in self.book.sheets]
        if self._lacks_results:
            for (sheet, row, column), result in self._calculator.missing.items():
                if result is not UNKNOWN:
                    computed[sheet][row, column] = result_text(result)
        return tuple(
            raw_table(sheet, self.book.strings, texts)
            for sheet, texts in zip(self.book.sheets, computed, strict=True)
        )

    def notes(self) -> tuple[str, ...]:
        signed = any(name.startswith("_xmlsignatures/") for name in self.book.package.names)
        protected = [_PROTECTED.format(sheet.name) for sheet in self.book.sheets if sheet.protected]
        return (*([_SIGNED] if signed else []), *protected)

    def follow(self, new: Mapping[Place, Correction]) -> Outcome:
        """What the formulas come to with the corrections."""
        cells = self._calculator.cells
        changes: dict[Place, Value] = {}
        for place, correction in new.items():
            kind = kind_for(cells[place[0]].get(place[1:]), correction.text)
            changes[place] = value_for(kind, correction.text)
        return self._calculator.follow(changes)

    def written(self, new: Mapping[Place, Correction], marks: Marks | None = None) -> bytes:
        """The package with the corrections and what follows from them."""
        package, outcome = self.book.package, self.follow(new)
        results = {place: result for place, result in outcome.results.items() if self._differs(place, result)}
        noting = Noting(package, marks.author) if marks else None
        changed = self._spliced(new, results, noting)
        if not outcome.complete:
            changed[self.book.part] = recalculating(package.read(self.book.part), self.book.prefix)
        changed |= noting.parts if noting else {}
        same = {name for name, data in changed.items() if name in package and data == package.read(name)}
        return package.replaced({name: data for name, data in changed.items() if name not in same})

    def with_results(self) -> bytes:
        """The package with the results that it lacks."""
        return self.book.package.replaced(self._spliced({}, self._calculator.missing))

    def _spliced(
        self,
        new: Mapping[Place, Correction],
        results: Mapping[Place, Result],
        noting: Noting | None = None,
    ) -> dict[str, bytes]:
        """The worksheets' parts with corrected cells and new results. ``noting`` comments on corrections."""
        changed: dict[str, bytes] = {}
        for number in {place[0] for place in (*new, *results)}:
            sheet = self.book.sheets[number]
            data = self.book.package.read(sheet.part)
            edits = [*self._corrected(number, data, new), *self._followed(number, data, results)]
            notes = {place[1:]: _note(c) for place, c in new.items() if place[0] == number}
            if noting and notes:
                edits += noting.note(sheet, data, notes)
            changed[sheet.part] = splice(data, edits)
        return changed

    def _differs(self, place: Place, result: Result) -> bool:
        """Whether a stored result has to be replaced; one that the file lacks stays lacking."""
        cell = self._calculator.cells[place[0]][place[1:]]
        return not uncached(cell[4].kind, cell[5]) and result_text(result) != self._text(cell)

    def _text(self, cell: Cell) -> str:
        return text_of(cell[4].kind, cell[5], self.book.strings)

    def _corrected(self, number: int, data: bytes, new: Mapping[Place, Correction]) -> Iterator[Edit]:
        prefix = self.book.sheets[number].prefix
        for sheet, row, column in sorted(new):
            if sheet != number:
                continue
            correction = new[sheet, row, column]
            cell = self._calculator.cells[number].get((row, column))
            if cell:
                element = data[cell[2] : cell[3]]
                kind = kind_for(cell, correction.text)
                yield Edit(Span(cell[2], cell[3]), with_value(element, prefix, kind, correction.text))
            elif correction.cell.anchor:
                name, _, style = correction.cell.anchor.mode.partition(" ")
                yield Edit(correction.cell.anchor.spans[0], new_cell(name, style, prefix, correction.text))

    def _followed(self, number: int, data: bytes, results: Mapping[Place, Result]) -> Iterator[Edit]:
        prefix = self.book.sheets[number].prefix
        for (sheet, *at), result in results.items():
            if sheet == number and result is not None and not isinstance(result, Unknown):
                cell = self._calculator.cells[number][at[0], at[1]]
                yield Edit(Span(cell[2], cell[3]), with_result(data[cell[2] : cell[3]], prefix, result))


def _note(correction: Correction) -> str:
    old, new = (text.strip() or "空白" for text in (correction.cell.text, correction.text))
    return f"{AUTHOR}：原为 {old}，改为 {new}"


def _workbook(document: Document) -> _Workbook:
    return document.extra if isinstance(document.extra, _Workbook) else _Workbook(document.source)


def _accepted(
    document: Document, workbook: _Workbook, corrections: Iterable[Correction]
) -> dict[Place, Correction]:
    """The corrections that change something, by place. Raises SaveError for one that must not be made."""
    parts = {sheet.part: number for number, sheet in enumerate(workbook.book.sheets)}
    new: dict[Place, Correction] = {}
    here: set[RawCell] = set()
    for correction in corrections:
        cell = correction.cell
        here = here or {cell for table in document.tables for cell in table.cells}
        if cell not in here or cell.anchor is None:
            raise SaveError(_NOT_HERE)
        number = parts[cell.anchor.part]
        if cell.locked:
            where = f"工作表“{document.tables[number].name}”的 {cell_name(cell.row, cell.column)} 不能改"
            raise SaveError(f"{where}：{cell.locked}。没有保存")
        place = number, cell.row, cell.column
        if new.setdefault(place, correction).text != correction.text:
            raise SaveError(_TWICE)
    return {place: correction for place, correction in new.items() if correction.text != correction.cell.text}
