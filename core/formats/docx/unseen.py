"""What stands in a Word document and its reader does not see: what tracking deleted, second alternatives."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from core.errors import ReadError
from core.formats.docx.text import TextWalk
from core.formats.docx.tokens import NAME, Token, is_bare, is_empty, qualified
from core.formats.package import BROKEN

_ELSEWHERE = "文件的正文有一部分嵌在别的文件里，直接读会漏掉，请在 Word 或 WPS 里打开、另存一份后再试"


class UnseenWalk(TextWalk):
    """Handlers that pass over what is not seen, by taking its tokens from the stream.

    tracked: whether a table holds tracked changes.
    """

    def __init__(self, data: bytes, part: str, prefixes: Mapping[str, str]) -> None:
        super().__init__(data, part, prefixes)
        self.stream: Iterator[Token] = iter(())
        self.tracked = False
        self._branches: list[bool] = []

    def skip(self, token: Token) -> None:
        """Pass over an element and all its content."""
        if not is_empty(token):
            self._skip_to_end_of(token[NAME])

    def _skip_to_end_of(self, name: bytes) -> None:
        closing, depth = b"/" + name, 1
        for token in self.stream:
            if token[NAME] == name:
                depth += not is_empty(token)
            elif token[NAME] == closing:
                depth -= 1
                if not depth:
                    return
        raise ReadError(BROKEN)

    def nothing(self, _token: Token) -> None:
        """The end of an element that is passed over elsewhere."""

    def deletion(self, token: Token) -> None:
        """Drop what is deleted by tracking: content, a paragraph's mark, or the row at hand."""
        self.change(token)
        if not is_bare(token):
            self._skip_to_end_of(token[NAME])
        elif self.table is not None and self.table.in_row and self.cell is None:
            self.table.in_row = False
            self._skip_to_end_of(qualified("tr", self.prefixes) or b"")
        elif self.writing is not None:
            self.writing.joined = True

    def cell_deletion(self, token: Token) -> None:
        """Drop the cell these properties are of."""
        self.change(token)
        if self.cell is not None:
            self.cell = None
            self._skip_to_end_of(qualified("tc", self.prefixes) or b"")

    def change(self, _token: Token) -> None:
        """Remember that a table holds tracked changes."""
        self.tracked = self.tracked or self.table is not None

    def alternatives(self, _token: Token) -> None:
        self._branches.append(False)

    def alternatives_end(self, _token: Token) -> None:
        self._branches.pop()

    def branch(self, token: Token) -> None:
        """Read the first of several alternatives only: they say the same thing."""
        if self._branches and self._branches[-1]:
            self.skip(token)
        elif self._branches:
            self._branches[-1] = True

    def elsewhere(self, _token: Token) -> None:
        raise ReadError(_ELSEWHERE)


UnseenHandler: TypeAlias = Callable[[UnseenWalk, Token], None]

_SKIPPED = (
    *("rt", "tabs", "tcPrChange", "trPrChange", "pPrChange", "rPrChange"),
    *("tblPrChange", "tblPrExChange", "sectPrChange", "tblGridChange"),
)
_ENDINGS = (*_SKIPPED, "del", "moveFrom", "mc:Choice", "mc:Fallback")
UNSEEN_HANDLERS: Mapping[str, UnseenHandler] = {
    **dict.fromkeys(_SKIPPED, UnseenWalk.skip),
    **dict.fromkeys(("del", "moveFrom"), UnseenWalk.deletion),
    **dict.fromkeys(("ins", "moveTo", "cellIns"), UnseenWalk.change),
    **dict.fromkeys(("mc:Choice", "mc:Fallback"), UnseenWalk.branch),
    **dict.fromkeys((f"/{name}" for name in _ENDINGS), UnseenWalk.nothing),
    "cellDel": UnseenWalk.cell_deletion,
    "mc:AlternateContent": UnseenWalk.alternatives,
    "/mc:AlternateContent": UnseenWalk.alternatives_end,
    "altChunk": UnseenWalk.elsewhere,
    "subDoc": UnseenWalk.elsewhere,
}
