"""One sitting with one report: its values, findings and corrections; the only state that changes.

The window shows a Review, the command line runs one through. Observers are plain callables.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from core.accepted import Accepted, accepted, set_aside
from core.checks import OF_FIGURES, OF_TEXT, arithmetic, made
from core.files import Report
from core.findings import Count as Count
from core.findings import Finding, Fix
from core.history import LastYear
from core.profile import NATIONAL, Profile
from core.sidecar import Remembered, recall, remember
from core.subject import Narrative, Subject
from core.values import Values
from core.wording import describe

Observer = Callable[[frozenset[str]], None]


class Review(Values):
    """Values, text and findings of one report, changed only through ``put`` and ``set_value``.

    revision: grows with every change; a result computed for an older one is stale.
    """

    def __init__(
        self,
        report: Report,
        last_year: LastYear | None = None,
        profile: Profile = NATIONAL,
        remembered: Iterable[Remembered] = (),
    ) -> None:
        super().__init__(report, profile.units)
        self.last_year = last_year
        self.profile = profile
        self.revision = 0
        self._observers: list[Observer] = []
        self._confirmed: tuple[Accepted, ...] = ()
        self._remembered = tuple(remembered)
        self._judged: tuple[tuple[Finding, ...], tuple[Accepted, ...]] | None = None
        self._of_text: tuple[Narrative, LastYear | None, tuple[Finding, ...]] | None = None

    # --- changing -----------------------------------------------------------------------------------

    def set_value(self, cell: str, typed: str) -> str:
        """Write what the clerk typed, in the cell's own way of writing; returns the text it became.

        Raises SaveError, in the clerk's words, if the cell cannot be corrected.
        """
        text = self.written(cell, typed)
        self.put({cell: text})
        return text

    def put(self, texts: Mapping[str, str]) -> frozenset[str]:
        """Set cells and paragraphs to exactly these texts, as one step; returns those whose text changed.

        Formula cells follow by themselves. Raises SaveError if one of them cannot be corrected.
        """
        changed = self._set(texts)
        if changed:
            self.revision += 1
            self._tell(changed)
        return changed

    def _tell(self, changed: frozenset[str]) -> None:
        self._judged = None
        for observer in tuple(self._observers):
            observer(changed)

    def compare_with(self, last_year: LastYear | None) -> None:
        """Check against this report as last year's from now on, or against none."""
        self.last_year = last_year
        self._check_again()

    def hold_to(self, profile: Profile) -> None:
        """Check by these local requirements from now on."""
        self.profile = profile
        self._of_text = None
        self._check_again()

    def _check_again(self) -> None:
        self.revision += 1
        self._tell(frozenset())

    # --- findings -----------------------------------------------------------------------------------

    def examine(self) -> None:
        """Do now what would be done when first asked for: the checks, the numbers and pieces of the text."""
        narrative = self.narrative
        _ = self.findings, narrative.mentions, self.pieces

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
                recalled, self._remembered = recall(self._remembered, found, self.texts)
                self._confirmed += recalled
            self._judged = set_aside(found, self._confirmed, self.texts)
        return self._judged

    def accept(self, findings: Iterable[Finding], reason: str) -> Accepted:
        """Mark findings 核实无误: they do not count until one of their cells changes."""
        confirmed = accepted(findings, self.texts, reason)
        self._confirmed += (confirmed,)
        self._tell(frozenset())
        return confirmed

    @property
    def remembered(self) -> tuple[Remembered, ...]:
        """All confirmations as they are kept beside the report, also those that do not hold at present."""
        _ = self._judgement
        return (*map(remember, self._confirmed), *self._remembered)

    def recollect(self, remembered: Iterable[Remembered]) -> None:
        """Take in confirmations kept elsewhere; those whose findings are here again hold."""
        known = self.remembered
        self._remembered += tuple(each for each in remembered if each not in known)
        self._tell(frozenset())

    def restore(self, confirmed: Accepted) -> None:
        """Let findings count again that were marked 核实无误."""
        what = (confirmed.texts, confirmed.reason)
        self._confirmed = tuple(each for each in self._confirmed if (each.texts, each.reason) != what)
        self._tell(frozenset())

    def broken_by(self, fix: Fix) -> tuple[Finding, ...]:
        """The sums that add up now and would not if the fix were applied; nothing is changed."""
        tried = self._tried(self.written_fix(fix))
        ledger = self._ledger.with_readings(tried)
        now = {judgement.equation.rule for judgement in self._ledger.broken}
        return tuple(f for f in arithmetic(ledger, {**self._readings, **tried}) if f.rule not in now)

    def _check(self) -> tuple[Finding, ...]:
        subject = self._subject()
        found = chain(
            arithmetic(self._ledger, self._readings),
            made(OF_FIGURES, subject),
            self.report.recognition.findings,
            self._findings_of_text(subject),
        )
        return tuple(sorted(self.profile.applied(found), key=lambda f: _SEVERITY_ORDER[f.severity]))

    def _findings_of_text(self, subject: Subject) -> tuple[Finding, ...]:
        """Worked out once for a text; most changes are of cells."""
        known = self._of_text
        if known is None or known[0] is not subject.narrative or known[1] is not subject.last_year:
            self._of_text = known = (subject.narrative, subject.last_year, tuple(made(OF_TEXT, subject)))
        return known[2]

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
            cells=self.shown_cells,
            tables=report.recognition.tables,
            broken=self._ledger.broken,
            last_year=self.last_year,
            profile=self.profile,
        )

    def message(self, finding: Finding) -> str:
        return describe(finding, self.forms)

    @property
    def count(self) -> Count:
        severities = [finding.severity for finding in self.findings]
        return Count(*(severities.count(s) for s in ("error", "warning", "advice")))

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
