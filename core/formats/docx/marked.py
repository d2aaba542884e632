"""Corrections of a Word document as tracked changes: old text deleted, new inserted (ECMA-376 §17.13.5).

A run is taken apart so that every piece of it keeps its properties. Where tracking by others or a rare
wrapper is in the way, it is refused rather than tried.
"""

import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from core.anchors import Edit, Span
from core.errors import SaveError
from core.formats.docx.blank import fill, for_a_run
from core.formats.docx.runs import Run, runs
from core.formats.docx.tokens import PRESERVE, needs_preserve, prefixes, qualified
from core.formats.xmlspans import Tag, escape
from core.marks import Marks
from core.stretches import stretches

_REFUSED = (
    "“{:.30}”这一处在文件里的写法少见（例如在别人的移动修订或拼音标注里），程序没有把握在这里留下修订痕迹，"
    "没有保存；可以不留痕迹另存一份，或在 Word、WPS 里改这一处。"
)
_AROUND_RUNS = (b"hyperlink", b"smartTag", b"sdt", b"sdtContent")
_ID = re.compile(rb"[\s:]id\s*=\s*[\"'](\d+)[\"']")
_OWN_ID = re.compile(rb"(:id\s*=\s*)(?:\"[^\"]*\"|'[^']*')")


class _Change(NamedTuple):
    """What a text (``w:t``) said and shall say."""

    before: str
    after: str


class Marker:
    """Collects the corrections of a part; ``edits`` are the part's."""

    def __init__(self, content: bytes, marks: Marks) -> None:
        self.content = content
        self.prefix = (qualified("r", prefixes(content)) or b"r").removesuffix(b"r")
        used = {int(number) for number in _ID.findall(content)}
        self._ids = (number for number in count(1) if number not in used)
        when = marks.when.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        given = ((b"author", escape(marks.author)), (b"date", when))
        self._by = b"".join(b' %b%b="%b"' % (self.prefix, name, value) for name, value in given)
        self._changes: dict[int, _Change] = {}
        self._filled: list[Edit] = []

    def fill(self, cell: Span, text: str) -> None:
        """Put a text into a blank cell."""
        self._filled.append(fill(self.content, cell, text, lambda run: self.tracked(b"ins", run)))

    def replace(self, span: Span, before: str, after: str) -> None:
        """Write ``after`` for ``before``, the whole content of a text, which stands in ``span``."""
        self._changes[span.start] = _Change(before, after)

    @property
    def edits(self) -> list[Edit]:
        """Raises SaveError where a mark cannot be placed without risk."""
        edits = list(self._filled)
        missing = dict(self._changes)
        for run in runs(self.content, self.prefix, self._changes.keys()) if missing else ():
            for start, extent in run.texts.items():
                change = missing.pop(start)
                edits.append(_TakenApart(self, run, extent, change).edit())
        for change in missing.values():
            raise SaveError(_REFUSED.format(change.before))
        if not self.prefix:  # attributes would need one
            raise SaveError(_REFUSED.format(""))
        return edits

    def tracked(self, kind: bytes, run: bytes) -> bytes:
        """A run in an element of ours, ``ins`` or ``del``."""
        name = self.prefix + kind
        return b'<%b %bid="%d"%b>%b</%b>' % (name, self.prefix, next(self._ids), self._by, run, name)

    def again(self, tag: Tag) -> bytes:
        """Somebody's ``w:ins`` begun anew, with a number of its own."""
        opening = self.content[tag.start : tag.end]
        return _OWN_ID.sub(lambda match: match[1] + b'"%d"' % next(self._ids), opening, count=1)

    def text(self, name: bytes, text: str) -> bytes:
        """A ``t`` or ``delText``."""
        name = self.prefix + name
        return b"<%b%b>%b</%b>" % (name, PRESERVE if needs_preserve(text) else b"", escape(text), name)


class _TakenApart:
    """One text of a run replaced by pieces of it that are kept, deleted and inserted.

    in_run, in_foreign: whether the run, and somebody else's insertion around it, are open where the next
    piece goes.
    """

    def __init__(self, marker: Marker, run: Run, extent: Span, change: _Change) -> None:
        self._marker = marker
        self._run = run
        self._change = change
        content = marker.content
        self._foreign = _foreign(run, marker.prefix, change)
        self._opening = content[run.tag.start : run.tag.end]
        self._closing = content[run.end.start : run.end.end]
        has_properties = run.properties.end > run.properties.start
        self._look = for_a_run(content, run.properties) if has_properties else b""
        self._has_before = run.properties.end < extent.start
        self._has_after = extent.end < run.end.start
        self._extent = extent
        self._written: list[bytes] = []
        self._in_run, self._in_foreign = self._has_before, True

    def edit(self) -> Edit:
        marker = self._marker
        for kept, removed, added in _pieces(self._change):
            if kept:
                self._open_run()
                self._written.append(marker.text(b"t", kept))
            if removed:
                self._close_run()
                self._open_foreign()
                self._written.append(marker.tracked(b"del", self._whole(b"delText", removed)))
            if added:
                self._close_run()
                self._close_foreign()
                self._written.append(marker.tracked(b"ins", self._whole(b"t", added)))
        start = self._extent.start if self._has_before else self._run.tag.start
        return Edit(Span(start, self._end()), b"".join(self._written))

    def _end(self) -> int:
        """Where the original goes on, with what has to be open there."""
        if self._has_after:
            self._open_run()
            return self._extent.end
        self._close_run()
        end = self._run.end.end
        if not self._in_foreign and self._foreign is not None:
            closing = b"</" + self._foreign.name
            if self._marker.content.startswith(closing, end):
                return self._marker.content.index(b">", end) + 1
            self._open_foreign()
        return end

    def _whole(self, name: bytes, text: str) -> bytes:
        return self._opening + self._look + self._marker.text(name, text) + self._closing

    def _open_run(self) -> None:
        self._open_foreign()
        if not self._in_run:
            self._written += [self._opening, self._look if self._written else self._properties]
        self._in_run = True

    @property
    def _properties(self) -> bytes:
        return self._marker.content[self._run.properties.start : self._run.properties.end]

    def _close_run(self) -> None:
        self._written += [self._closing] if self._in_run else []
        self._in_run = False

    def _open_foreign(self) -> None:
        if self._foreign is not None and not self._in_foreign:
            self._written.append(self._marker.again(self._foreign))
        self._in_foreign = True

    def _close_foreign(self) -> None:
        if self._foreign is not None and self._in_foreign:
            self._written.append(b"</%b>" % self._foreign.name)
        self._in_foreign = False


def _pieces(change: _Change) -> Iterator[tuple[str, str, str]]:
    """What is kept, then deleted, then inserted, from the text's beginning to its end."""
    position = 0
    for stretch in stretches(change.before, change.after):
        yield change.before[position : stretch.start], change.before[stretch.start : stretch.end], stretch.new
        position = stretch.end
    yield change.before[position:], "", ""


def _foreign(run: Run, prefix: bytes, change: _Change) -> Tag | None:
    """The insertion by somebody else that a run stands in, if any; what else is around must be harmless."""
    *above, inner = run.around
    foreign = inner if inner.name == prefix + b"ins" else None
    for tag in reversed(above if foreign else run.around):
        if tag.name == prefix + b"p":
            return foreign
        if tag.name not in [prefix + name for name in _AROUND_RUNS]:
            break
    raise SaveError(_REFUSED.format(change.before))
