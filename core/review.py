"""One sitting with one report: its values, findings and corrections; the only state that changes.

The window shows a Review, the command line runs one through. Observers are plain callables.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from core.accepted import Accepted, accepted, set_aside
from core.checks import OF_FIGURES, OF_TEXT, arithmetic
from core.errors import SaveError
from core.files import Report
from core.findings import Finding, Fix, paragraph_id, paragraph_number
from core.forms import CellPlace, TableForm
from core.history import LastYear
from core.numerals import Reading, plain, read, write_like
from core.profile import NATIONAL, Profile
from core.rules import Judgement, Ledger
from core.sidecar import Remembered, recall, remember
from core.subject import Narrative, Subject
from core.tables import Correction, RawCell
from core.wording import cell_name, describe

Observer = Callable[[frozenset[str]], None]


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings of each severity."""

    error: int = 0
    warning: int = 0
    advice: int = 0


class Review:
    """Values, text and findings of one report, changed only through ``put`` and ``set_value``.

    Cells go by their ids, paragraphs of the running text by ``findings.paragraph_id``.
    revision: grows with every change; a result computed for an older one is stale.
    """

    def __init__(
        self,
        report: Report,
        last_year: LastYear | None = None,
        profile: Profile = NATIONAL,
        remembered: Iterable[Remembered] = (),
    ) -> None:
        self.report = report
        self.last_year = last_year
        self.profile = profile
        self.revision = 0
        self.paragraphs: dict[str, RawCell] = {
            paragraph_id(n): paragraph.as_cell() for n, paragraph in enumerate(report.paragraphs)
        }
        tables = report.recognition.tables
        self.forms: tuple[TableForm, ...] = tuple(table.form for table in tables.values())
        self.cells: dict[str, RawCell] = {c: raw for t in tables.values() for c, raw in t.cells.items()}
        self.places: dict[str, CellPlace] = {c: p for f in self.forms for c, p in f.cells.items()}
        self._raw = {**self.cells, **self.paragraphs}
        self._texts = {id_: raw.text for id_, raw in self._raw.items()}
        self._typed: dict[str, str] = {}
        self._saved: dict[str, str] = {}
        self._readings = {cell: _reading(raw, raw.text) for cell, raw in self.cells.items()}
        self._ledger = Ledger(self.forms, self._readings)
        self._observers: list[Observer] = []
        self._followers = {raw: cell for cell, raw in self.cells.items() if raw.formula}
        self._confirmed: tuple[Accepted, ...] = ()
        self._remembered = tuple(remembered)
        self._judged: tuple[tuple[Finding, ...], tuple[Accepted, ...]] | None = None
        self._narrative: Narrative | None = None
        self._of_text: tuple[Finding, ...] | None = None

    # --- values -------------------------------------------------------------------------------------

    def text(self, id_: str) -> str:
        """What stands in the cell or paragraph now."""
        return self._texts[id_]

    @property
    def texts(self) -> Mapping[str, str]:
        """What stands in every cell and paragraph now."""
        return self._texts

    def original(self, id_: str) -> str:
        """What stands in the file as it was opened."""
        return self._raw[id_].text

    @property
    def narrative(self) -> Narrative:
        """The running text as it stands now."""
        if self._narrative is None:
            lines = tuple(self._texts[id_] for id_ in self.paragraphs)
            report = self.report
            self._narrative = Narrative(lines, report.tabular, report.recognition.edition, report.year)
        return self._narrative

    def reading(self, cell: str) -> Reading:
        return self._readings[cell]

    @property
    def has_numbers(self) -> bool:
        """Whether there is anything to check: a table was found, and not all of it is blank."""
        return any(reading.kind != "blank" for reading in self._readings.values())

    def is_changed(self, id_: str) -> bool:
        return self._texts[id_] != self._raw[id_].text

    def locked(self, id_: str) -> str:
        """Why the cell or paragraph cannot be corrected, in the clerk's words; empty if it can."""
        raw = self._raw[id_]
        return raw.locked or ("" if raw.anchor is not None else "这一处无法改写，请在 Word 或 WPS 里改")

    @property
    def is_modified(self) -> bool:
        """Whether there are changes that no file holds yet."""
        return self._typed != self._saved

    def mark_saved(self) -> None:
        self._saved = dict(self._typed)

    def set_value(self, cell: str, typed: str) -> str:
        """Write what the clerk typed, in the cell's own way of writing; returns the text it became.

        Raises SaveError, in the clerk's words, if the cell cannot be corrected.
        """
        text = self.written(cell, typed)
        self.put({cell: text})
        return text

    def written(self, cell: str, typed: str) -> str:
        """What the cell's text becomes when the clerk types this; nothing is changed."""
        number = read(typed)
        value = plain(number.value) if number.value is not None else typed.strip()
        return write_like(self.original(cell), value)

    def written_fix(self, fix: Fix) -> dict[str, str]:
        """What applying a fix writes, each number in its cell's own way of writing."""
        return {id_: self.written(id_, text) if id_ in self.cells else text for id_, text in fix.texts}

    def put(self, texts: Mapping[str, str]) -> frozenset[str]:
        """Set cells and paragraphs to exactly these texts, as one step; returns those whose text changed.

        Formula cells follow by themselves. Raises SaveError if one of them cannot be corrected.
        """
        for id_, text in texts.items():
            if self.locked(id_) and text != self.original(id_):
                raise SaveError(f"{self.name_of(id_)}：{self.locked(id_)}")
        for cell, text in texts.items():
            if text == self.original(cell):
                self._typed.pop(cell, None)
            else:
                self._typed[cell] = text
        changed = self._store(texts) | self._store(self._following())
        if changed:
            self.revision += 1
            self._tell(changed)
        return changed

    def _tell(self, changed: frozenset[str]) -> None:
        self._judged = None
        for observer in tuple(self._observers):
            observer(changed)

    def _following(self) -> dict[str, str]:
        """Texts of the formula cells as the corrections make them."""
        if not self._followers:
            return {}
        new = self.report.format.recalculated(self.report.document, self.corrections)
        return {cell: new.get(raw, raw.text) for raw, cell in self._followers.items()}

    def _store(self, texts: Mapping[str, str]) -> frozenset[str]:
        changed = frozenset(id_ for id_, text in texts.items() if self._texts[id_] != text)
        for id_ in changed:
            self._texts[id_] = texts[id_]
            if paragraph_number(id_) is not None:
                self._narrative = self._of_text = None
                continue
            self._readings[id_] = _reading(self.cells[id_], texts[id_])
            self._ledger.set(id_, self._readings[id_])
        return changed

    def compare_with(self, last_year: LastYear | None) -> None:
        """Check against this report as last year's from now on, or against none."""
        self.last_year = last_year
        self.revision += 1
        self._of_text = None
        self._tell(frozenset())

    # --- findings -----------------------------------------------------------------------------------

    def examine(self) -> None:
        """Do now what would be done when first asked for: the checks, the numbers and parts of the text."""
        narrative = self.narrative
        _ = self.findings, narrative.mentions, narrative.outline

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings as the report stands now, errors first, in the form's order; not those accepted."""
        return self._judgement[0]

    @property
    def accepted(self) -> tuple[Accepted, ...]:
        """The findings marked 核实无误 whose cells have not changed since, in the order they were marked."""
        return self._judgement[1]

    @property
    def _judgement(self) -> tuple[tuple[Finding, ...], tuple[Accepted, ...]]:
        if self._judged is None:
            found = self._check()
            if self._remembered:
                recalled, self._remembered = recall(self._remembered, found, self._texts)
                self._confirmed += recalled
            self._judged = set_aside(found, self._confirmed, self._texts)
        return self._judged

    def accept(self, findings: Iterable[Finding], reason: str) -> Accepted:
        """Mark findings 核实无误: they do not count until one of their cells changes."""
        confirmed = accepted(findings, self._texts, reason)
        self._confirmed += (confirmed,)
        self._tell(frozenset())
        return confirmed

    @property
    def remembered(self) -> tuple[Remembered, ...]:
        """All confirmations as they are kept beside the report, also those that do not hold at present."""
        _ = self._judgement
        return (*map(remember, self._confirmed), *self._remembered)

    def restore(self, confirmed: Accepted) -> None:
        """Let findings count again that were marked 核实无误."""
        what = (confirmed.texts, confirmed.reason)
        self._confirmed = tuple(each for each in self._confirmed if (each.texts, each.reason) != what)
        self._tell(frozenset())

    def _check(self) -> tuple[Finding, ...]:
        subject = self._subject()
        if self._of_text is None:
            self._of_text = tuple(chain.from_iterable(check(subject) for check in OF_TEXT))
        found = chain(
            arithmetic(self._ledger, self._readings),
            chain.from_iterable(check(subject) for check in OF_FIGURES),
            self.report.recognition.findings,
            self._of_text,
        )
        return tuple(sorted(self.profile.applied(found), key=lambda f: _SEVERITY_ORDER[f.severity]))

    def _subject(self) -> Subject:
        report = self.report
        return Subject(
            name=report.path.name,
            format=report.document.format,
            year=report.year,
            unit=report.unit,
            edition=report.recognition.edition,
            narrative=self.narrative,
            forms={form.id: form for form in self.forms},
            readings=self._readings,
            cells={cell: self._shown(cell) for cell in self.cells},
            last_year=self.last_year,
            profile=self.profile,
        )

    def _shown(self, cell: str) -> RawCell:
        raw = self.cells[cell]
        if not self.is_changed(cell):
            return raw
        return RawCell(self._texts[cell], raw.row, raw.column)

    def judgements(self, cell: str) -> tuple[Judgement, ...]:
        """The equations a cell takes part in, as they stand now."""
        return self._ledger.equations_of(cell)

    @property
    def equations(self) -> tuple[Judgement, ...]:
        """All equations of the tables found, as they stand now."""
        return self._ledger.judgements

    def message(self, finding: Finding) -> str:
        return describe(finding, self.forms)

    @property
    def count(self) -> Count:
        severities = [finding.severity for finding in self.findings]
        return Count(*(severities.count(s) for s in ("error", "warning", "advice")))

    def name_of(self, id_: str) -> str:
        """Where a cell or paragraph stands, in the clerk's words."""
        number = paragraph_number(id_)
        return cell_name(self.form_of(id_), id_) if number is None else f"正文第 {number + 1} 段"

    def form_of(self, cell: str) -> TableForm:
        return next(form for form in self.forms if form.id == self.places[cell].table)

    # --- corrections --------------------------------------------------------------------------------

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What saving will write, formula cells left out: they follow their formulas."""
        return tuple(Correction(self._raw[id_], text) for id_, text in self._typed.items())

    @property
    def changes(self) -> dict[str, tuple[str, str]]:
        """Every cell and paragraph that differs from the file: id → (as opened, now)."""
        return {i: (raw.text, self._texts[i]) for i, raw in self._raw.items() if self.is_changed(i)}

    def subscribe(self, observer: Observer) -> None:
        """Call ``observer`` with the cells whose text changed, after every change; with none after findings
        were accepted or restored.
        """
        self._observers.append(observer)

    def unsubscribe(self, observer: Observer) -> None:
        """Stop calling ``observer``; one that is not subscribed is no error."""
        if observer in self._observers:
            self._observers.remove(observer)


_SEVERITY_ORDER = {"error": 0, "warning": 1, "advice": 2}


def _reading(raw: RawCell, text: str) -> Reading:
    """A cell whose value the file does not hold is no number, not a zero."""
    return Reading("text") if raw.unknown and text == raw.text else read(text)
