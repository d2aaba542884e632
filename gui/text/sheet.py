"""The running text on screen, in a column that is good to read, with what is known about it marked."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from core.findings import Finding, Place, paragraph_number
from core.review import Review
from core.stretches import stretches
from gui.crash import guarded
from gui.grid.delegate import preview as arrow
from gui.text import marks
from gui.text.paper import Paper
from gui.text.spots import Spot, overlap, spots
from gui.text.written import WrittenText
from gui.theme import colours, sizes

_THIRD = 3  # what is gone to comes to stand a third down the window


class TextSheet(WrittenText):
    """Shows the text of a review.

    spots: what is marked. shown: the finding whose places are framed. stop: the spot the keyboard is at.
    """

    def __init__(self, review: Review, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(paper, parent)
        self.review = review
        self.shown: Finding | None = None
        self.stop: Spot | None = None
        self._spots: tuple[Spot, ...] = ()
        self._by_block: dict[int, list[Spot]] = {}
        self._is_stale = True
        self._previewed: dict[Place, str] = {}
        self._last_changes: dict[int, Place] = {}
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("报告正文"))
        self.refresh()

    # --- what is shown --------------------------------------------------------------------------------

    def follow(self, changed: Iterable[str]) -> None:
        """The review has changed."""
        for number in map(paragraph_number, changed):
            place = self.paper.rewrite(number) if number is not None else None
            if place is not None:
                self._last_changes[place.paragraph] = place
        self.refresh()

    def refresh(self) -> None:
        """Mark what is known now; while nobody sees the text, once it is asked for."""
        self._is_stale = True
        if self.isVisible():
            self._mark()
        self.viewport().update()

    @property
    def spots(self) -> tuple[Spot, ...]:
        if self._is_stale:
            self._mark()
        return self._spots

    def _spots_of(self, block: int) -> list[Spot]:
        if self._is_stale:
            self._mark()
        return self._by_block.get(block, [])

    def _mark(self) -> None:
        self._is_stale = False
        self._spots = tuple(s for s in spots(self.review) if self.review.is_read(s.place.paragraph))
        self._by_block = {}
        for spot in self._spots:
            target = self.paper.target(spot.place)
            if target is not None:
                self._by_block.setdefault(target.block, []).append(spot)
        if self.shown not in self.review.findings:
            self.shown = None
        if self.stop is not None:
            self.stop = next((s for s in self._spots if s.place[:2] == self.stop.place[:2]), None)

    def frame(self, finding: Finding | None) -> None:
        """Outline its places until another is framed, or none."""
        self.shown = finding
        self.stop = next((s for s in self.spots if finding in s.findings), None) if finding else None
        self.viewport().update()

    def show_finding(self, finding: Finding) -> None:
        """Outline its places, and bring the first in sight."""
        self.frame(finding)
        if finding.places:
            self.show_place(finding.places[0])

    def show_place(self, place: Place) -> None:
        """Bring a place in sight, and the reading of a screen reader to it."""
        target = self.paper.target(place)
        if target is None:
            return
        self.write()
        self.lay_out()
        rects, bar, room = self.rects(place), self.verticalScrollBar(), self.viewport().height()
        wanted = bar.value()
        if rects and not (rects[0].top() >= 0 and rects[-1].bottom() <= room):
            wanted += round(rects[0].top()) - room // _THIRD
        cursor = QTextCursor(self.paper.block(target))
        cursor.setPosition(cursor.position() + target.start)
        self.setTextCursor(cursor)  # scrolls as little as it can
        bar.setValue(wanted)

    def show_paragraph(self, number: int) -> None:
        """Bring what was last changed in a paragraph in sight, else its beginning."""
        self.show_place(self._last_changes.get(number, Place(number, 0, 1)))

    def preview(self, texts: Mapping[str, str]) -> None:
        """Draw what paragraphs would say where it is other than now, for a look only."""
        self._previewed = {}
        for id_, text in texts.items():
            old, number = self.review.text(id_), paragraph_number(id_) or 0
            for start, end, new in stretches(old, text):
                place = Place(number, start, max(end, start + 1))
                self._previewed[place] = arrow(old[start:end], new)
        self.viewport().update()

    def rects(self, place: Place) -> list[QRectF]:
        """Where a place lies in the viewport, one rectangle a line."""
        target = self.paper.target(place)
        if target is None or not self.is_written:
            return []
        block = self.paper.block(target)
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        return marks.stretch_rects(block, origin - self._scrolled(), target.start, target.end)

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def spots_at(self, point: QPoint) -> list[Spot]:
        """What is marked under a point of the viewport, findings before tied numbers."""
        place = self.place_at(point)
        if place is None:
            return []
        here = Place(place[0], place[1], place[1] + 1)
        found = [s for s in self._spots_of(self._block_at(point)) if overlap(s.place, here)]
        return sorted(found, key=lambda spot: (not spot.findings, spot.place.end - spot.place.start))

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """Paragraph and character under a point of the viewport."""
        block = self._block_at(point)
        if block < 0:
            return None
        position = self._hit(point)
        return self.paper.place_at(block, position - self.document().findBlockByNumber(block).position())

    def table_at(self, point: QPoint) -> str:
        """The table whose stand-in is under a point, empty if none is."""
        block = self._block_at(point)
        return self.paper.table_at(block) if block >= 0 else ""

    def _block_at(self, point: QPoint) -> int:
        position = self._hit(point)
        return self.document().findBlock(position).blockNumber() if position >= 0 else -1

    def _hit(self, point: QPoint) -> int:
        """The document's position under a point; -1 beside the writing."""
        where = QPointF(point) + self._scrolled()
        return self.document().documentLayout().hitTest(where, Qt.HitTestAccuracy.ExactHit)

    # --- painting -------------------------------------------------------------------------------------

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        seen = self._seen()
        with QPainter(self.viewport()) as painter:
            kit = self._kit(painter)
            for spot, rects in seen:
                marks.paint_ground(kit, rects, spot.severity)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            kit = self._kit(painter)
            for spot, rects in reversed(seen):
                marks.paint_line(kit, rects, spot.severity)
            self._paint_signs(kit, seen)
            marks.paint_frames(kit, seen, self.shown, self.stop if self.hasFocus() else None)
            painter.setFont(self.document().defaultFont())
            for place, text in self._previewed.items():
                for rect in self.rects(place)[:1]:
                    marks.paint_preview(kit, rect, text)

    def _kit(self, painter: QPainter) -> marks.Kit:
        return marks.Kit(painter, colours(self.palette()), sizes(self.fontMetrics()))

    def _seen(self) -> list[tuple[Spot, list[QRectF]]]:
        """The spots in sight, with where they lie."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        last = self.cursorForPosition(QPoint(0, self.viewport().height())).blockNumber()
        found = []
        for number in range(block.blockNumber(), last + 1):
            found += [(spot, self.rects(spot.place)) for spot in self._spots_of(number)]
        return [(spot, rects) for spot, rects in found if rects]

    def _paint_signs(self, kit: marks.Kit, seen: Sequence[tuple[Spot, list[QRectF]]]) -> None:
        """Left of the writing."""
        side = sizes(QFontMetrics(self.document().defaultFont())).em
        left = round(self.document().rootFrame().frameFormat().leftMargin() - side * 1.8)
        marks.paint_signs(kit, seen, left, side, self.devicePixelRatioF())
