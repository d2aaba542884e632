"""Texts that stand in a Word document twice: once for new programs, once for old ones.

A text box is stored as alternatives (``mc:AlternateContent``). Every program shows one of them, but not the
same one, so a correction must reach them all.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import TypeAlias

from core.anchors import Anchor, Span
from core.errors import ReadError, SaveError
from core.formats.docx.tokens import prefixes, qualified
from core.formats.docx.walk import walk
from core.formats.xmlspans import tags
from core.tables import Paragraph, RawCell, RawTable

_ALTERNATIVES = ("mc:AlternateContent", "mc:Choice", "mc:Fallback")

_HALF = "“{:.30}”在文件里存有新旧程序各用的两份，程序不能保证两份都改到，没有改；请在 Word 或 WPS 里改。"
_UNREAD = "这一处在文件里存有新旧程序各用的两份，其中一份读不出来，没有改；请在 Word 或 WPS 里改。"

_Stories: TypeAlias = tuple[list[tuple[RawCell, ...]], list[tuple[RawCell, ...]]]
"""The tables and the paragraphs of an alternative, each as its cells."""


class Twins:
    """The alternatives of one checked part. What it costs is paid only where a part has some."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._read: dict[Span, _Stories] = {}

    def of(self, anchor: Anchor) -> list[Anchor]:
        """Where the cell or paragraph of this anchor stands once more, told by its place and its text.

        Raises SaveError if it cannot be corrected or even read there.
        """
        found = [anchor]
        for one in found:
            for twin in self._beside(one):
                if twin not in found:
                    found.append(twin)
        return found[1:]

    def refuse_half(self, span: Span, text: str) -> None:
        """Raise SaveError if the span is in an alternative to a part of its paragraph, which has no twin."""
        groups = [branches for branches in self._alternatives if len(branches) > 1]
        around = [branch for branches in groups for branch in branches if _holds(branch, span)]
        if not around:
            return
        depth, name = 0, qualified("p", self._prefixes)
        for tag in tags(self._content, max(around).start, span.start):
            depth += {"s": 1, "e": -1}.get(tag.kind, 0) * (tag.name == name)
        if not depth:
            raise SaveError(_HALF.format(text))

    def _beside(self, anchor: Anchor) -> Iterator[Anchor]:
        for branches in self._alternatives:
            own = next((b for b in branches if _holds(b, anchor.spans[0])), None)
            if own is not None:
                for other in branches:
                    if other != own and (twin := self._twin(anchor, own, other)) is not None:
                        yield twin

    def _twin(self, anchor: Anchor, own: Span, other: Span) -> Anchor | None:
        try:
            kinds = zip(self._stories(own, anchor.part), self._stories(other, anchor.part), strict=True)
        except ReadError:  # the alternative that reading passed over
            raise SaveError(_UNREAD) from None
        for mine, theirs in (pair for kind in kinds for pair in zip(*kind, strict=False)):
            if [cell.text for cell in mine] == [cell.text for cell in theirs]:
                for cell, twin in zip(mine, theirs, strict=True):
                    if cell.anchor == anchor:
                        if twin.anchor is None:
                            raise SaveError(_HALF.format(cell.text))
                        return twin.anchor
        return None

    def _stories(self, branch: Span, part: str) -> _Stories:
        if branch not in self._read:
            blocks = walk(self._content, part, self._prefixes, branch.start, branch.end).blocks
            self._read[branch] = (
                [block.cells for block in blocks if isinstance(block, RawTable)],
                [(block.as_cell(),) for block in blocks if isinstance(block, Paragraph)],
            )
        return self._read[branch]

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        return prefixes(self._content)

    @cached_property
    def _alternatives(self) -> list[list[Span]]:
        """The contents of each group's branches."""
        if b"AlternateContent" not in self._content:
            return []
        group, *names = (qualified(name, self._prefixes) for name in _ALTERNATIVES)
        groups: list[list[Span]] = []
        open_groups: list[list[Span]] = []
        starts: list[int] = []
        for tag in tags(self._content):
            if tag.name == group and tag.kind == "s":
                open_groups.append([])
            elif tag.name == group and tag.kind == "e":
                groups.append(open_groups.pop())
            elif tag.name in names and tag.kind == "s":
                starts.append(tag.end)
            elif tag.name in names and tag.kind == "e" and open_groups:
                open_groups[-1].append(Span(starts.pop(), tag.start))
        return groups


def _holds(branch: Span, span: Span) -> bool:
    return branch.start <= span.start < branch.end
