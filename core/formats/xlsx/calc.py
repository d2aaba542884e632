"""What a workbook's formulas come to: results the file lacks, and what follows from changed cells."""

from collections import ChainMap
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple

from core.errors import ReadError
from core.formats.xlsx.book import Book, Sheet
from core.formats.xlsx.formulas import Formula
from core.formats.xlsx.functions import UNKNOWN, Cells, Result, Value
from core.formats.xlsx.grid import Area
from core.formats.xlsx.references import Reference
from core.formats.xlsx.sheet import Cell
from core.formats.xlsx.table import text_of, uncached
from core.formats.xlsx.values import number, number_text, stored, xstring

At = tuple[int, int]
Place = tuple[int, int, int]
"""Sheet, row, column."""

MAX_STEPS = 3_000_000
"""Cells looked at in one calculation; a report needs some thousands."""


class TooMuchError(Exception):
    """The calculation would keep the clerk waiting."""


class Outcome(NamedTuple):
    """results: new value of every formula that follows; complete: none is left that may have changed."""

    results: dict[Place, Result]
    complete: bool


def result_text(result: Result) -> str:
    """What the reader shows for a formula's result; nothing for an unknown one."""
    if isinstance(result, bool):
        return "TRUE" if result else "FALSE"
    if isinstance(result, str):
        return result
    return "" if result is UNKNOWN or result is None else number_text(stored(result))


class Calculator:
    """The formulas of a workbook over the values of its cells."""

    def __init__(self, book: Book) -> None:
        self._strings = book.strings
        self._numbers = {sheet.name.casefold(): index for index, sheet in enumerate(book.sheets)}
        self.cells: list[dict[At, Cell]] = [
            {(cell[0], cell[1]): cell for cell in sheet.cells} for sheet in book.sheets
        ]
        self.formulas: list[dict[At, Formula]] = []
        for sheet in book.sheets:
            names = ChainMap(book.names.get(sheet.number, {}), book.names.get(None, {}))
            self.formulas.append(dict(_formulas(sheet, names)))
        self._arrays: list[set[At]] = [set() for _ in book.sheets]
        self.small_enough = self._spread_arrays(book.sheets)
        self._inputs: dict[Place, tuple[tuple[int, Area], ...] | None] = {}
        self._values: dict[Place, Result] = {}

    def _spread_arrays(self, sheets: list[Sheet]) -> bool:
        """Let every place an array formula or data table fills count as that formula."""
        steps = Steps()
        try:
            for index, sheet in enumerate(sheets):
                for row, column, _, _, _, _, formula in sheet.cells:
                    if formula and formula.filled:
                        places = list(steps.within(formula.filled, self.cells[index]))
                        leader = self.formulas[index][row, column]
                        self._arrays[index].update(places, [(row, column)])
                        self.formulas[index].update(dict.fromkeys(places, leader))
        except TooMuchError:
            return False
        return True

    def inputs(self, place: Place) -> tuple[tuple[int, Area], ...] | None:
        """Areas a formula depends on, by sheet; None when they cannot all be told."""
        if place not in self._inputs:
            self._inputs[place] = self._resolved(place)
        return self._inputs[place]

    def _resolved(self, place: Place) -> tuple[tuple[int, Area], ...] | None:
        sheet, row, column = place
        references = self.formulas[sheet][row, column].references
        if references is None:
            return None
        numbers = [self._numbers.get(r.sheet.casefold()) if r.sheet else sheet for r in references]
        if None in numbers:
            return None
        return tuple((n, r.area) for n, r in zip(numbers, references, strict=True) if n is not None)

    def stored_value(self, place: Place) -> Result:
        """The value the file holds; UNKNOWN for an error and for a formula without a result."""
        if place not in self._values:
            sheet, row, column = place
            cell = self.cells[sheet].get((row, column))
            self._values[place] = None if cell is None else self._converted(cell)
        return self._values[place]

    def _converted(self, cell: Cell) -> Result:
        _, _, _, _, marks, raw, formula = cell
        if formula and uncached(marks.kind, raw):
            return UNKNOWN
        if not raw:
            return "" if marks.kind in ("str", "inlineStr") else None
        if marks.kind == "n":
            value = number(raw)
            return UNKNOWN if value is None else value
        if marks.kind == "s":
            try:
                return text_of(marks.kind, raw, self._strings)
            except ReadError:  # a cell that a merge hides was not looked at in reading
                return UNKNOWN
        if marks.kind == "b":
            return raw in ("1", "true")
        return xstring(raw) if marks.kind in ("str", "inlineStr") else UNKNOWN

    def lacks(self, place: Place) -> bool:
        """Whether the file holds no result for the formula in this place."""
        cell = self.cells[place[0]][place[1], place[2]]
        return cell[6] is not None and uncached(cell[4].kind, cell[5])

    @cached_property
    def missing(self) -> dict[Place, Result]:
        """Results of the formulas for which the file holds none, as far as they can be told."""
        return self._filled({}, list(self.cells))

    @cached_property
    def _lacking_order(self) -> list[tuple[Place, bool]]:
        lacking = [{at for at in found if self.lacks((n, *at))} for n, found in enumerate(self.formulas)]
        return _ordered(self, lacking) or []

    @cached_property
    def _order(self) -> list[tuple[Place, bool]] | None:
        return _ordered(self, self.formulas)

    def _filled(
        self, known: Mapping[Place, Result], present: Sequence[Collection[At]]
    ) -> dict[Place, Result]:
        """What a reader works out for the formulas without results, given the cells it finds."""
        found, steps = dict[Place, Result](), Steps()
        values = dict(known)
        with suppress(TooMuchError):
            for place, in_cycle in self._lacking_order:
                result = UNKNOWN if in_cycle else self._evaluated(place, values, present, steps)
                found[place] = values[place] = result
        return found

    def follow(self, changes: Mapping[Place, Value]) -> Outcome:
        """What the formulas come to once the given cells hold new values."""
        present: list[Collection[At]] = list(self.cells)
        changed: list[set[At]] = [set() for _ in self.cells]
        for sheet, row, column in changes:
            changed[sheet].add((row, column))
        for sheet, places in enumerate(changed):
            if not places <= self.cells[sheet].keys():
                present[sheet] = self.cells[sheet].keys() | places
        results, complete = self._followed(changes, changed, present)
        kept = {place: result for place, result in results.items() if not self.lacks(place)}
        filled = self._filled({**changes, **kept}, present)
        fresh = {place: result for place, result in filled.items() if result != self.missing.get(place)}
        return Outcome(kept | fresh, complete)

    def _followed(
        self, changes: Mapping[Place, Value], changed: list[set[At]], present: Sequence[Collection[At]]
    ) -> Outcome:
        """Results of the formulas that follow; one that cannot be told takes with it those that use it."""
        values: dict[Place, Result] = {**self.missing, **changes}
        results, failed, steps = dict[Place, Result](), [set[At]() for _ in self.cells], Steps()
        try:
            for place, in_cycle in self._order or ():
                inputs = self.inputs(place)
                if inputs is not None and not steps.meet(inputs, changed):
                    continue
                changed[place[0]].add(place[1:])
                result = UNKNOWN if in_cycle else self._evaluated(place, values, present, steps)
                if result is UNKNOWN or inputs is None or steps.meet(inputs, failed):
                    failed[place[0]].add(place[1:])
                else:
                    results[place] = values[place] = result
        except TooMuchError:
            return Outcome(results, complete=False)
        return Outcome(results, complete=self._order is not None and not any(failed))

    def _evaluated(
        self,
        place: Place,
        known: Mapping[Place, Result],
        present: Sequence[Collection[At]],
        steps: "Steps",
    ) -> Result:
        sheet, row, column = place
        if (row, column) in self._arrays[sheet]:
            return UNKNOWN

        def value(at: Place) -> Result:
            try:
                return known[at]
            except KeyError:
                return self.stored_value(at)

        def source(reference: Reference) -> Cells:
            number = self._numbers.get(reference.sheet.casefold()) if reference.sheet else sheet
            if number is None:
                return Cells((UNKNOWN,), single=True)
            if reference.area.size == 1:
                return Cells((value((number, *reference.area[:2])),), single=True)
            found = steps.within(reference.area, present[number])
            return Cells(tuple(value((number, *at)) for at in found), single=False)

        return self.formulas[sheet][row, column].evaluate(source)


class Steps:
    """Looks for cells in areas, and counts, so that no workbook can make it endless."""

    def __init__(self) -> None:
        self._left = MAX_STEPS

    def count(self, steps: int) -> None:
        """Raises TooMuchError once too many cells were looked at."""
        self._left -= steps
        if self._left < 0:
            raise TooMuchError

    def within(self, area: Area, places: Collection[At]) -> Iterator[At]:
        """Those of ``places`` that lie in ``area``. Raises TooMuchError as ``count`` does."""
        self.count(min(area.size, len(places)) + 1)
        if area.size > len(places):
            return (at for at in places if area.holds(*at))
        rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
        return ((row, column) for row in rows for column in columns if (row, column) in places)

    def meet(self, areas: tuple[tuple[int, Area], ...], places: list[set[At]]) -> bool:
        """Whether any of ``places`` lies in any of ``areas``."""
        return any(True for sheet, area in areas for _ in self.within(area, places[sheet]))


def _formulas(sheet: Sheet, names: Mapping[str, str]) -> Iterator[tuple[At, Formula]]:
    leaders: dict[str, tuple[int, int, str]] = {}
    for row, column, _, _, _, _, formula in sheet.cells:
        if formula and formula.kind == "shared" and formula.text:
            leaders.setdefault(formula.group, (row, column, formula.text))
    for row, column, _, _, _, _, formula in sheet.cells:
        if formula and formula.kind == "shared" and formula.group in leaders:
            top, left, text = leaders[formula.group]
            yield (row, column), Formula(text, names, row - top, column - left)
        elif formula:
            yield (row, column), Formula("" if formula.kind == "dataTable" else formula.text, names)


def _ordered(calculator: Calculator, places: Sequence[Collection[At]]) -> list[tuple[Place, bool]] | None:
    """Formulas such that each comes after those it depends on, None when that takes too long."""
    try:
        return list(_in_order(calculator, places, Steps())) if calculator.small_enough else None
    except TooMuchError:
        return None


def _in_order(
    calculator: Calculator, places: Sequence[Collection[At]], steps: Steps
) -> Iterator[tuple[Place, bool]]:
    """The same one by one; with each, whether it depends on itself."""
    opened: dict[Place, int] = {}
    done: set[Place] = set()
    cyclic: set[Place] = set()
    for start in [(sheet, *at) for sheet, found in enumerate(places) for at in found]:
        path = [] if start in done else [(start, _before(calculator, start, places, steps))]
        while path:
            place, before = path[-1]
            opened[place] = len(path)
            for other in before:
                if other in opened:
                    circle = [member for member, _ in path[opened[other] - 1 :]]
                    steps.count(len(circle))
                    cyclic.update(circle)
                elif other not in done:
                    path.append((other, _before(calculator, other, places, steps)))
                    break
            else:
                path.pop()
                del opened[place]
                done.add(place)
                yield place, place in cyclic


def _before(
    calculator: Calculator, place: Place, places: Sequence[Collection[At]], steps: Steps
) -> Iterator[Place]:
    for sheet, area in calculator.inputs(place) or ():
        for row, column in steps.within(area, places[sheet]):
            yield sheet, row, column
