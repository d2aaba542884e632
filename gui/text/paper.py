"""The text as a document to be shown, and which of its positions answers to which place of the report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QFont,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from core.findings import Place, paragraph_id
from core.flow import Piece
from core.forms import editions
from core.review import Review
from core.stretches import stretches
from gui.theme import colours, heading_font, title_font
from gui.where import name_of

_LINE_HEIGHT = 165  # percent
_ABOVE = {"title": 0.4, "heading": 1.4, "subheading": 0.7, "text": 0.0, "table": 0.3}
_BELOW = {"title": 1.2, "heading": 0.5, "subheading": 0.3, "text": 0.5, "table": 0.6}
"""Room above and below a piece, in ems."""
_BREAKS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2029", "\u2028"))
"""What would begin a block of its own; a place must keep its offset."""
_NEXT_BLOCK = "\n"


@dataclass(frozen=True, slots=True)
class Target:
    """Where in the document something is: a block, and the half-open stretch of it in Qt's units."""

    block: int
    start: int
    end: int


class Paper:
    """Fills a document, one block for each piece of the flow."""

    def __init__(self, review: Review) -> None:
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self._review = review
        self._pieces = review.pieces
        self._block_of = {n: b for b, piece in enumerate(self._pieces) for n in piece.paragraphs}
        self._lines = {n: self._line(n) for n in self._block_of}
        self._letters: Mapping[tuple[str, bool], QTextCharFormat] = {}
        self._is_filled = False

    @property
    def has_text(self) -> bool:
        return any(piece.kind != "table" for piece in self._pieces)

    # --- filling ------------------------------------------------------------------------------------

    def fill(self, font: QFont, palette: QPalette, em: int) -> None:
        """Write everything anew in this font. ``em``: the width of one of its characters."""
        self._is_filled = True
        self.document.setDefaultFont(font)
        self._letters = _letters(font, palette)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for (is_first, kind), pieces in groupby(
            enumerate(self._pieces), lambda numbered: (numbered[0] == 0, numbered[1].kind)
        ):
            block = _block_format(kind, em, first=is_first)
            if is_first:
                cursor.setBlockFormat(block)
            else:
                cursor.insertBlock(block, self._letters[kind, False])
            self._insert(cursor, [piece for _number, piece in pieces])
        cursor.endEditBlock()

    def rewrite(self, paragraph: int) -> Place | None:
        """Take over what a paragraph says now; returns the first stretch that has changed."""
        number = self._block_of.get(paragraph)
        if number is None:
            return None
        old, new = self._lines[paragraph], self._line(paragraph)
        self._lines[paragraph] = new
        if self._is_filled:
            self._rewrite_block(number)
        return next((Place(paragraph, s.start, s.start + len(s.new)) for s in stretches(old, new)), None)

    def _rewrite_block(self, number: int) -> None:
        cursor = QTextCursor(self.document.findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert(cursor, [self._pieces[number]])
        cursor.endEditBlock()

    def _insert(self, cursor: QTextCursor, pieces: Sequence[Piece]) -> None:
        """Pieces of one kind, a block each; what is written alike goes in at once, for that is quicker."""
        runs = chain.from_iterable(self._runs_of(piece, is_last=piece is pieces[-1]) for piece in pieces)
        for is_changed, alike in groupby(runs, lambda run: run[1]):
            cursor.insertText("".join(text for text, _ in alike), self._letters[pieces[0].kind, is_changed])

    def _runs_of(self, piece: Piece, *, is_last: bool) -> Iterator[tuple[str, bool]]:
        if piece.kind == "table":
            yield self._stand_in(piece.table), False
        for paragraph in piece.paragraphs:
            yield from self._runs(paragraph)
        if not is_last:
            yield _NEXT_BLOCK, False

    def _runs(self, paragraph: int) -> Iterator[tuple[str, bool]]:
        """The paragraph cut into what is as in the file and what is not."""
        id_ = paragraph_id(paragraph)
        line, done = self._lines[paragraph], 0
        if self._review.is_changed(id_):
            shift = 0
            for start, end, new in stretches(self._review.original(id_), self._review.text(id_)):
                yield line[done : start + shift], False
                done = start + shift + len(new)
                yield line[start + shift : done], True
                shift += len(new) - (end - start)
        yield line[done:], False

    def _line(self, paragraph: int) -> str:
        return self._review.text(paragraph_id(paragraph)).translate(_BREAKS)

    def _stand_in(self, table: str) -> str:
        if not table:
            return QCoreApplication.translate("Paper", "（这里有一张表格，不是表二、表三、表四，没有显示）")
        edition = self._review.report.recognition.edition or max(editions())
        text = QCoreApplication.translate("Paper", "{name}（在“{name}”页）")
        return text.format(name=name_of(table, edition))

    # --- places and positions -------------------------------------------------------------------------

    def target(self, place: Place) -> Target | None:
        """Where a place is shown; None where its paragraph is not."""
        number = self._block_of.get(place.paragraph)
        if number is None:
            return None
        start = 0
        for paragraph in self._pieces[number].paragraphs:
            line = self._lines[paragraph]
            if paragraph == place.paragraph:
                return Target(number, start + units(line[: place.start]), start + units(line[: place.end]))
            start += units(line)
        return None

    def place_at(self, block: int, offset: int) -> tuple[int, int] | None:
        """Paragraph and character at an offset of a block; None beyond its text and in a table's line."""
        start = 0
        for paragraph in self._pieces[block].paragraphs:
            line = self._lines[paragraph]
            end = start + units(line)
            if start <= offset < end:
                return paragraph, _characters(line, offset - start)
            start = end
        return None

    def table_at(self, block: int) -> str:
        """The statutory table that stands there, empty if none does."""
        return self._pieces[block].table

    def tables(self) -> Iterator[tuple[int, str]]:
        """Block and id of each statutory table's line."""
        return ((block, piece.table) for block, piece in enumerate(self._pieces) if piece.table)

    def block(self, target: Target) -> QTextBlock:
        return self.document.findBlockByNumber(target.block)


def units(text: str) -> int:
    """Qt counts in UTF-16: rare characters take two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def _letters(font: QFont, palette: QPalette) -> dict[tuple[str, bool], QTextCharFormat]:
    """How each kind of piece is written, as in the file and where it was changed: bold, as in the grid."""
    fonts = {
        "title": title_font(font),
        "heading": heading_font(font),
        "subheading": _bold(font),
        "text": font,
        "table": font,
    }
    inks = {"table": palette.color(QPalette.ColorRole.PlaceholderText)}
    letters: dict[tuple[str, bool], QTextCharFormat] = {}
    for kind, wanted in fonts.items():
        plain, changed = QTextCharFormat(), QTextCharFormat()
        plain.setFont(wanted)
        if kind in inks:
            plain.setForeground(inks[kind])
        changed.setFont(wanted)
        changed.setFontWeight(QFont.Weight.Bold)
        changed.setForeground(colours(palette).changed)
        letters[kind, False], letters[kind, True] = plain, changed
    return letters


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _block_format(kind: str, em: int, *, first: bool) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setTopMargin(0 if first else em * _ABOVE[kind])
    block.setBottomMargin(em * _BELOW[kind])
    if kind == "title":
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    if kind in ("title", "heading"):
        block.setHeadingLevel(1 if kind == "title" else 2)
    return block
