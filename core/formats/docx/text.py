"""Text of a Word document as its reader sees it: what belongs to it, where it goes, what locks it."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from core.errors import ReadError
from core.formats.docx.grid import MARKUP, OpenCell, OpenTable, OpenText, raw_paragraph
from core.formats.docx.tokens import ATTRIBUTES, OFF, TEXT, Token, is_empty, piece, qualified
from core.formats.package import BROKEN
from core.formats.xmlspans import attribute, unescape
from core.tables import Block

_FIELD = "这里有域（自动计算），请在 Word 或 WPS 里更新域，或先改成普通数字"
_HYPHEN = "这里有不间断连字符，请在 Word 或 WPS 里改成普通字符后再试"
_BOUND = "这里的内容与文档属性绑定，Word 会用绑定的数据把它改回去，请在 Word 或 WPS 里改"
_PROMPT = "这里的内容控件还没有填写，请在 Word 或 WPS 里填写"

_RESULT = -1


class OpenFields:
    """The complex and simple fields that are open, innermost last.

    An instruction ends with its paragraph at the latest, so that a damaged field cannot hide the rest of the
    page. begun: for each field the number of the paragraph its instruction began in, _RESULT after it.
    instructions: how many instructions are open now; text in them is not shown.
    """

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.instructions = 0
        self._paragraph = 0

    def next_paragraph(self) -> None:
        self._paragraph += 1
        self.instructions = 0

    def begin(self) -> None:
        self.begun.append(self._paragraph)
        self.instructions += 1

    def show_result(self) -> None:
        if self.begun:
            self.instructions -= self.begun[-1] == self._paragraph
            self.begun[-1] = _RESULT

    def end(self) -> None:
        if self.begun:
            self.instructions -= self.begun.pop() == self._paragraph


class _Control(NamedTuple):
    """What is open around a content control: the reason against writing, and the text read so far."""

    forbidden: str
    writing: OpenText | None
    length: int


class TextWalk:
    """State and handlers of everything between ``w:p`` and its end.

    writing: where text goes now, an open cell or a paragraph of the page.
    table, cell: the open ones, if any.
    forbidden: why the open content controls must not be written to; empty if they may.
    """

    def __init__(self, data: bytes, part: str, prefixes: Mapping[str, str]) -> None:
        self.part = part
        self.prefixes = prefixes
        self.data = data
        self.blocks: list[Block | None] = []
        self.table: OpenTable | None = None
        self.cell: OpenCell | None = None
        self.writing: OpenText | None = None
        self.fields = OpenFields()
        self.hidden = False
        self.forbidden = ""
        self._value = re.compile(
            rb"\s%s\s*=\s*(?:\"([^\"]*)\"|'([^']*)')" % re.escape(qualified("val", prefixes) or b"")
        )
        self._field_kind = qualified("fldCharType", prefixes) or b""
        self._controls: list[_Control] = []

    def value(self, token: Token, group: int = ATTRIBUTES) -> str:
        """The ``w:val`` among a tag's attributes, empty if it has none."""
        found = self._value.search(token[group])
        return unescape(found[1] if found[1] is not None else found[2]) if found else ""

    def text(self, token: Token) -> None:
        """Take a text, unless its run is hidden or it is a field's instruction."""
        if self.writing is not None and not self.hidden and not self.fields.instructions:
            self.writing.pieces.append(piece(token, TEXT))

    def text_with_elements(self, token: Token) -> None:
        """Refuse a text that is more than text: some of it would be lost."""
        if not is_empty(token):
            raise ReadError(BROKEN)

    def line_break(self, _token: Token) -> None:
        self._add_markup("\n")

    def tab(self, _token: Token) -> None:
        self._add_markup("\t")

    def hyphen(self, _token: Token) -> None:
        self._add_markup("-")
        self._lock(_HYPHEN)

    def _add_markup(self, text: str) -> None:
        if self.writing is not None and not self.hidden and not self.fields.instructions:
            self.writing.pieces.append((text, MARKUP, MARKUP))

    def paragraph(self, _token: Token) -> None:
        """Begin a paragraph, of the page or of a cell."""
        if self.fields.begun:
            self.fields.next_paragraph()
        cell = self.cell
        writing = self._page_paragraph() if cell is None or cell.layout else cell
        writing.begin_paragraph()
        self.writing = writing

    def _page_paragraph(self) -> OpenText:
        if self.writing is not None and self.writing.joined:
            return self.writing
        self.end_paragraph()
        return OpenText(self.forbidden)

    def end_paragraph(self) -> None:
        """Put a paragraph of the page among the blocks; a cell's text stays with the cell."""
        if self.writing is not None and self.writing is not self.cell:
            self.put(self.writing)
        self.writing = None

    def put(self, paragraph: OpenText) -> None:
        """Add a paragraph of the page to the blocks."""
        self.blocks.append(raw_paragraph(paragraph, self.part))

    def run(self, _token: Token) -> None:
        """Begin or end a run: hiding is a run's own property."""
        self.hidden = False

    def vanish(self, token: Token) -> None:
        """Hide the rest of the run; what is said of a paragraph's mark ends where the first run begins."""
        self.hidden = self.value(token) not in OFF

    def _lock(self, reason: str) -> None:
        holder = self.writing or self.cell
        if holder is not None:
            holder.locked = holder.locked or reason

    def field_mark(self, token: Token) -> None:
        """Begin a complex field, its result, or end it."""
        kind = attribute(token[ATTRIBUTES], self._field_kind)
        if kind == "begin":
            self.fields.begin()
            self._lock(_FIELD)
        elif kind == "separate":
            self.fields.show_result()
        elif kind == "end":
            self.fields.end()

    def simple_field(self, _token: Token) -> None:
        self.fields.begin()
        self.fields.show_result()
        self._lock(_FIELD)

    def simple_field_end(self, _token: Token) -> None:
        self.fields.end()

    def control(self, _token: Token) -> None:
        writing = self.writing
        self._controls.append(_Control(self.forbidden, writing, len(writing.pieces) if writing else 0))

    def control_end(self, _token: Token) -> None:
        """End a content control; a paragraph begun before it is locked if some of its text stands in it."""
        reason, (self.forbidden, around, length) = self.forbidden, self._controls.pop()
        if around is not None and around is self.writing and len(around.pieces) > length:
            self._lock(reason)

    def binding(self, _token: Token) -> None:
        self._forbid(_BOUND)

    def prompt(self, token: Token) -> None:
        if self.value(token) not in OFF:
            self._forbid(_PROMPT)

    def _forbid(self, reason: str) -> None:
        if self._controls:
            self.forbidden = self.forbidden or reason
            if self.writing is None or self.writing is self.cell:
                self._lock(reason)

    def graphic(self, _token: Token) -> None:
        """Remember that the cell shows something that is not text."""
        if self.cell is not None:
            self.cell.graphic = True


TextHandler: TypeAlias = Callable[[TextWalk, Token], None]

TEXT_HANDLERS: Mapping[str, TextHandler] = {
    "t": TextWalk.text_with_elements,
    "p": TextWalk.paragraph,
    "br": TextWalk.line_break,
    "cr": TextWalk.line_break,
    "tab": TextWalk.tab,
    "ptab": TextWalk.tab,
    "noBreakHyphen": TextWalk.hyphen,
    "fldChar": TextWalk.field_mark,
    "fldSimple": TextWalk.simple_field,
    "/fldSimple": TextWalk.simple_field_end,
    "sdt": TextWalk.control,
    "/sdt": TextWalk.control_end,
    "dataBinding": TextWalk.binding,
    "w15:dataBinding": TextWalk.binding,
    "showingPlcHdr": TextWalk.prompt,
    "drawing": TextWalk.graphic,
    "pict": TextWalk.graphic,
    "object": TextWalk.graphic,
    "sym": TextWalk.graphic,
    "m:oMath": TextWalk.graphic,
}
HIDING_HANDLERS: Mapping[str, TextHandler] = {
    "r": TextWalk.run,
    "/r": TextWalk.run,
    "vanish": TextWalk.vanish,
}
"""Needed where some text is hidden."""
