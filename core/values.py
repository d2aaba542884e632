"""What stands in a report's cells and paragraphs now, against what stands in its file."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from core.errors import SaveError
from core.files import Report
from core.findings import Fix, paragraph_id, paragraph_number
from core.flow import Piece, flow
from core.forms import CellPlace, TableForm
from core.numerals import Reading, plain, read, write_like
from core.paragraph_names import paragraph_names
from core.prose import Known
from core.rules import Judgement, Ledger
from core.subject import Narrative
from core.tables import Correction, RawCell
from core.wording import cell_name


class Values:
    """Texts by id: cells by their own, paragraphs of the running text by ``findings.paragraph_id``.

    cells, paragraphs: as the file has them. forms: of the tables found. places: where each cell stands.
    units: local measure words for requests in prose.
    """

    def __init__(self, report: Report, units: tuple[str, ...] = ()) -> None:
        self.report = report
        self._units = units
        tables = report.recognition.tables
        self.forms: tuple[TableForm, ...] = tuple(table.form for table in tables.values())
        self.cells: dict[str, RawCell] = {c: raw for t in tables.values() for c, raw in t.cells.items()}
        self.places: dict[str, CellPlace] = {c: p for f in self.forms for c, p in f.cells.items()}
        self._written: dict[str, str] = {}
        self._typed: dict[str, str] = {}
        self._saved: dict[str, str] = {}
        self._readings = {cell: _reading(raw, raw.text) for cell, raw in self.cells.items()}
        self._ledger = Ledger(self.forms, self._readings)
        self._followers = {raw: cell for cell, raw in self.cells.items() if raw.formula}
        self._narrative: Narrative | None = None
        self._known: Known = {}

    @cached_property
    def paragraphs(self) -> dict[str, RawCell]:
        return {paragraph_id(n): p.as_cell() for n, p in enumerate(self.report.paragraphs)}

    def text(self, id_: str) -> str:
        """What stands in the cell or paragraph now."""
        written = self._written.get(id_)
        return self._raw(id_).text if written is None else written

    @property
    def texts(self) -> Mapping[str, str]:
        """What stands in every cell and paragraph now."""
        return _Texts(self)

    def original(self, id_: str) -> str:
        """What stands in the file as it was opened."""
        return self._raw(id_).text

    def _raw(self, id_: str) -> RawCell:
        return self.cells[id_] if id_ in self.cells else self.paragraphs[id_]

    @property
    def narrative(self) -> Narrative:
        """The running text as it stands now."""
        if self._narrative is None:
            report = self.report
            written = {paragraph_number(id_): text for id_, text in self._written.items()}
            lines = tuple(written.get(n, p.text) for n, p in enumerate(report.paragraphs))
            self._narrative = Narrative(
                lines,
                report.tabular,
                report.recognition.edition,
                report.year,
                self._units,
                report.document.tables,
                self._known,
            )
        return self._narrative

    def reading(self, cell: str) -> Reading:
        return self._readings[cell]

    @property
    def has_numbers(self) -> bool:
        """Whether there is anything to check: a table was found, and not all of it is blank."""
        return any(reading.kind != "blank" for reading in self._readings.values())

    def is_changed(self, id_: str) -> bool:
        return id_ in self._written

    def locked(self, id_: str) -> str:
        """Why the cell or paragraph cannot be corrected, in the clerk's words; empty if it can."""
        raw = self._raw(id_)
        return raw.locked or ("" if raw.anchor is not None else "这一处无法改写，请在 Word 或 WPS 里改")

    @property
    def is_modified(self) -> bool:
        """Whether there are changes that no file holds yet."""
        return self._typed != self._saved

    def mark_saved(self) -> None:
        self._saved = dict(self._typed)

    def written(self, cell: str, typed: str) -> str:
        """What the cell's text becomes when the clerk types this; nothing is changed."""
        number = read(typed)
        value = plain(number.value) if number.value is not None else typed.strip()
        now = self.text(cell)
        return write_like(now if read(now).kind == "number" else self.original(cell), value)

    def written_fix(self, fix: Fix) -> dict[str, str]:
        """What applying a fix writes: each number in its cell's own way of writing, unless the number is the
        same already and the way of writing is what the fix mends.
        """
        return {id_: self._fixed(id_, text) for id_, text in fix.texts}

    def _fixed(self, id_: str, text: str) -> str:
        if id_ not in self.cells or read(text) == self._readings[id_]:
            return text
        return self.written(id_, text)

    def name_of(self, id_: str) -> str:
        """Where a cell or paragraph stands, in the clerk's words: 「正文第一部分第 3 段」."""
        number = paragraph_number(id_)
        if number is None:
            return cell_name(self.form_of(id_), id_)
        return f"正文{self._names[number]}" if self.is_read(number) else "表格里的文字"

    def is_read(self, paragraph: int) -> bool:
        """Whether a paragraph is part of the text as it is read, no line of a table and not blank."""
        return paragraph in self._names

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The text as it is read, in pieces; they stay while the text is corrected."""
        return flow(self.report, self.narrative)

    @cached_property
    def _names(self) -> dict[int, str]:
        return paragraph_names(self.pieces, self.narrative.outline)

    def form_of(self, cell: str) -> TableForm:
        return next(form for form in self.forms if form.id == self.places[cell].table)

    def judgements(self, cell: str) -> tuple[Judgement, ...]:
        """The equations a cell takes part in, as they stand now."""
        return self._ledger.equations_of(cell)

    @property
    def equations(self) -> tuple[Judgement, ...]:
        """All equations of the tables found, as they stand now."""
        return self._ledger.judgements

    @property
    def shown_cells(self) -> Mapping[str, RawCell]:
        """The cells with the text that stands in them now."""
        new = {cell: text for cell, text in self._written.items() if cell in self.cells}
        shown = {cell: self.cells[cell]._replace(text=text, unknown="") for cell, text in new.items()}
        return {**self.cells, **shown} if shown else self.cells

    # --- corrections --------------------------------------------------------------------------------

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What saving will write, formula cells left out: they follow their formulas."""
        return tuple(Correction(self._raw(id_), text) for id_, text in self._typed.items())

    @property
    def typed(self) -> dict[str, str]:
        """The same by id: what was corrected, in the order it was."""
        return dict(self._typed)

    @property
    def changes(self) -> dict[str, tuple[str, str]]:
        """Every cell and paragraph that differs from the file: id → (as opened, now)."""
        changed = [id_ for id_ in (*self.cells, *self.paragraphs) if id_ in self._written]
        return {id_: (self.original(id_), self._written[id_]) for id_ in changed}

    # --- inside -------------------------------------------------------------------------------------

    def _set(self, texts: Mapping[str, str]) -> frozenset[str]:
        """Set cells and paragraphs to exactly these texts; returns those whose text changed.

        Formula cells follow by themselves. Raises SaveError, with nothing changed, if one of them cannot be
        corrected.
        """
        for id_, text in texts.items():
            if self.locked(id_) and text != self.original(id_):
                raise SaveError(f"{self.name_of(id_)}：{self.locked(id_)}")
        for id_, text in texts.items():
            if text == self.original(id_):
                self._typed.pop(id_, None)
            else:
                self._typed[id_] = text
        return self._store(texts) | self._store(self._following(self.corrections))

    def _tried(self, texts: Mapping[str, str]) -> dict[str, Reading]:
        """What the cells would say with these texts written, formula cells among them; nothing is changed."""
        written = {**self._typed, **texts}
        corrections = tuple(Correction(self._raw(id_), text) for id_, text in written.items())
        new = {**texts, **self._following(corrections)}
        return {id_: _reading(self.cells[id_], text) for id_, text in new.items() if id_ in self.cells}

    def _following(self, corrections: tuple[Correction, ...]) -> dict[str, str]:
        """Texts of the formula cells as corrections make them."""
        if not self._followers:
            return {}
        new = self.report.format.recalculated(self.report.document, corrections)
        return {cell: new.get(raw, raw.text) for raw, cell in self._followers.items()}

    def _store(self, texts: Mapping[str, str]) -> frozenset[str]:
        changed = frozenset(id_ for id_, text in texts.items() if self.text(id_) != text)
        for id_ in changed:
            if texts[id_] == self.original(id_):
                del self._written[id_]
            else:
                self._written[id_] = texts[id_]
            if paragraph_number(id_) is not None:
                self._narrative = None
                continue
            self._readings[id_] = _reading(self.cells[id_], texts[id_])
            self._ledger.set(id_, self._readings[id_])
        return changed


class _Texts(Mapping[str, str]):
    """The texts of a report's cells and paragraphs by id, as they stand now."""

    def __init__(self, values: Values) -> None:
        self._values = values

    def __getitem__(self, id_: str) -> str:
        return self._values.text(id_)

    def __iter__(self) -> Iterator[str]:
        return chain(self._values.cells, self._values.paragraphs)

    def __len__(self) -> int:
        return len(self._values.cells) + len(self._values.report.paragraphs)


def _reading(raw: RawCell, text: str) -> Reading:
    """A cell whose value the file does not hold is no number, not a zero."""
    return Reading("text") if raw.unknown and text == raw.text else read(text)
