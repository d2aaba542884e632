"""Cells that stand in a Word document twice: once for new programs, once for old ones.

A text box is stored as alternatives (``mc:AlternateContent``). Every program shows one of them, but not the
same one, so a correction must reach them all.
"""

from collections.abc import Iterator
from functools import cached_property

from core.anchors import Anchor, Span
from core.formats.docx.tokens import prefixes, qualified
from core.formats.docx.walk import walk
from core.formats.xmlspans import tags
from core.tables import RawTable

_ALTERNATIVES = ("mc:AlternateContent", "mc:Choice", "mc:Fallback")


class Twins:
    """The alternatives of one checked part. What it costs is paid only where a part has some."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._tables: dict[Span, list[RawTable]] = {}

    def of(self, anchor: Anchor) -> list[Anchor]:
        """Where the cell of this anchor stands once more, in the same table with the same texts."""
        found = [anchor]
        for one in found:
            found += [twin for twin in self._beside(one) if twin not in found]
        return found[1:]

    def _beside(self, anchor: Anchor) -> Iterator[Anchor]:
        for branches in self._alternatives:
            own = next((b for b in branches if b.start <= anchor.spans[0].start < b.end), None)
            if own is not None:
                for other in branches:
                    if other != own and (twin := self._twin(anchor, own, other)) is not None:
                        yield twin

    def _twin(self, anchor: Anchor, own: Span, other: Span) -> Anchor | None:
        pairs = zip(self._tables_in(own, anchor.part), self._tables_in(other, anchor.part), strict=False)
        for mine, theirs in pairs:
            if [cell.text for cell in mine.cells] == [cell.text for cell in theirs.cells]:
                for cell, twin in zip(mine.cells, theirs.cells, strict=True):
                    if cell.anchor == anchor:
                        return twin.anchor
        return None

    def _tables_in(self, branch: Span, part: str) -> list[RawTable]:
        if branch not in self._tables:
            blocks = walk(self._content, part, self._prefixes, branch.start, branch.end).blocks
            self._tables[branch] = [block for block in blocks if isinstance(block, RawTable)]
        return self._tables[branch]

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        return prefixes(self._content)

    @cached_property
    def _alternatives(self) -> list[list[Span]]:
        """The contents of each group's branches."""
        if b"AlternateContent" not in self._content:
            return []
        spaces = prefixes(self._content)
        group, *names = (
            qualified(name, spaces) for name in ("mc:AlternateContent", "mc:Choice", "mc:Fallback")
        )
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
