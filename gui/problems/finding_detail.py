"""What unfolds below the chosen finding: how to mend it, where else to look, on what basis it rests."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.catalogue import rule_of
from core.findings import Finding, Place
from core.review import Review
from gui.problems.fix_button import FixButton
from gui.problems.offer import CardButton
from gui.problems.words import consequence
from gui.theme import sizes
from gui.where import TEXT, name_of, paragraph_name
from gui.widgets.labels import quiet

_LINKS = 3


class FindingDetail(QWidget):
    """fix_wanted: do this. pointed_at: a fix to be shown for a moment, or None. place_wanted: go to this
    place of the text or this cell. verify_wanted: it is right as it is.
    """

    fix_wanted = Signal(object)
    pointed_at = Signal(object)
    place_wanted = Signal(object)
    verify_wanted = Signal()

    def __init__(self, finding: Finding, review: Review, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = finding
        self._review = review
        self.fixes: list[FixButton] = []
        self._warnings: list[QLabel] = []
        self.links: list[CardButton] = []
        space = sizes(self.fontMetrics())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, space.gap + space.gap // 2)
        self._column.setSpacing(space.gap // 2)
        self._add_fixes()
        self._add_deeds()
        self._add_basis()
        self.setAccessibleName(review.message(finding))

    def _add_fixes(self) -> None:
        for fix in self.finding.fixes:
            button = FixButton(fix.label, self)
            button.clicked.connect(lambda _checked=False, fix=fix: self.fix_wanted.emit(fix))
            button.pointed_at.connect(lambda on, fix=fix: self.pointed_at.emit(fix if on else None))
            self.fixes.append(button)
            self._column.addWidget(button)
            warned = quiet(QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
            warned.setIndent(sizes(self.fontMetrics()).gap)
            self._warnings.append(warned)
            self._column.addWidget(warned)
        self.judge_fixes()

    def judge_fixes(self) -> bool:
        """Say below a fix which sums it would break as the report stands now; whether that is new."""
        before = [warned.text() for warned in self._warnings]
        for fix, button, warned in zip(self.finding.fixes, self.fixes, self._warnings, strict=True):
            text = consequence(fix, self._review)
            warned.setText(text)
            warned.setVisible(bool(text))
            button.setAccessibleDescription(text)
        return before != [warned.text() for warned in self._warnings]

    def _add_deeds(self) -> None:
        """All that it speaks of, where that is more than one thing; and that it is right as it is."""
        row = QHBoxLayout()
        row.setSpacing(0)
        targets = self._targets()
        for name, target in list(targets.items())[:_LINKS] if len(targets) > 1 else ():
            link = CardButton(self.tr("看{place}").format(place=name), self, flat=True)
            link.clicked.connect(lambda _checked=False, target=target: self.place_wanted.emit(target))
            self.links.append(link)
            row.addWidget(link)
        row.addStretch(1)
        self.verify = CardButton(self.tr("核实无误…"), self, flat=True)
        name = self.tr("核实无误：{what}").format(what=self._review.message(self.finding))
        self.verify.setAccessibleName(name)
        self.verify.setToolTip(self.tr("没有错：写明原因，这处问题不再计数"))
        self.verify.clicked.connect(self.verify_wanted)
        row.addWidget(self.verify)
        self._column.addLayout(row)

    def _targets(self) -> dict[str, Place | str]:
        """What to call them, and where they are: paragraphs, and the first cell of each table."""
        found: dict[str, Place | str] = {}
        places = [p for p in self.finding.places if self._review.is_read(p.paragraph)]
        paragraphs = {place.paragraph for place in places}
        for place in places:
            name = paragraph_name(place.paragraph, self._review) if len(paragraphs) > 1 else name_of(TEXT)
            found.setdefault(name, place)
        for cell in self.finding.cells:
            if cell in self._review.cells:
                found.setdefault(name_of(self._review.places[cell].table), cell)
        return found

    def _add_basis(self) -> None:
        finding, rule = self.finding, rule_of(self.finding.rule)
        lines = []
        if finding.expected is not None and finding.equation is None and not finding.places:
            found = finding.found if finding.found is not None else self.tr("空白")
            said = self.tr("应为 {expected}，现为 {found}")
            lines.append(said.format(expected=finding.expected, found=found))
        if rule is not None:
            lines += [rule.explain, self.tr("依据：{basis}").format(basis=rule.basis)]
        for line in lines:
            label = QLabel(line, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            self._column.addWidget(quiet(label))

    @property
    def buttons(self) -> list[CardButton]:
        """All of them, in the order the keyboard comes to them."""
        return [*self.fixes, *self.links, self.verify]
