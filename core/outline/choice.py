"""Which of the candidates head the parts: one way of numbering, no contents list, no list within a part."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.outline.headings import Heading, Style
from core.outline.lines import bare
from core.outline.words import words

_PREFERENCE: tuple[Style, ...] = ("part", "cn", "", "arabic", "paren")
_ENOUGH = 3
_AS_OFFICIAL = [(n, n) for n in range(1, 7)]


class Choice(NamedTuple):
    """heads: of the first report's parts. second: heading that begins another report, if there is one."""

    heads: tuple[Heading, ...]
    second: Heading | None = None


def choose(candidates: Sequence[Heading], lines: Sequence[str]) -> Choice:
    """The headings of the parts among the candidates, in reading order."""
    start = _contents_end(candidates, lines)
    candidates = [h for h in candidates if h.line >= start]
    numbered = [h for h in candidates if h.style == "cn"]
    if [(h.key, h.order) for h in numbered] == _AS_OFFICIAL:
        return Choice(tuple(numbered))
    style = max(_PREFERENCE, key=lambda s: _score(h for h in candidates if h.style == s))
    first, second = _first_report([h for h in candidates if h.style == style and (h.rank == 3 or style)])
    if second is not None:
        candidates = [h for h in candidates if h.line < second.line]
    heads = _without_lists(first) if style else _last_of_each(first)
    return Choice(tuple(_completed(heads, candidates)), second)


def _score(heads: Iterable[Heading]) -> int:
    best: dict[int, int] = {}
    for head in heads:
        best[head.key] = max(best.get(head.key, 0), head.rank)
    return sum(best.values())


def _contents_end(candidates: Sequence[Heading], lines: Sequence[str]) -> int:
    """Where a list of the parts before the parts themselves ends: they are named with no sentence between
    or under a heading of its own, then all over again. 0 where there is none.
    """
    heads = [h for h in candidates if h.rank == 3]
    again = next((at for at in range(_ENOUGH, len(heads)) if heads[at].key == heads[0].key == 1), 0)
    listed = heads[:again]
    if len({h.key for h in listed}) < _ENOUGH:
        return 0
    between = (lines[n] for a, b in pairwise(listed) for n in range(a.line + 1, b.line))
    title = bare(lines[listed[0].line - 1]) if listed[0].line else ""
    is_list = words().contents_title.fullmatch(title) or not any(map(_is_sentence, between))
    return heads[again].line if is_list else 0


def _is_sentence(line: str) -> bool:
    return "。" in line or len(line) > words().longest


def _first_report(heads: list[Heading]) -> tuple[list[Heading], Heading | None]:
    """The headings up to where a second report's begin: all again from the first part on."""
    for at in range(1, len(heads)):
        if heads[at].key != 1:
            continue
        before, after = ({h.key for h in part} - {0} for part in (heads[:at], heads[at:]))
        if max(before, default=0) >= 4 and min(len(before), len(after)) >= _ENOUGH:
            return heads[:at], heads[at]
    return heads, None


def _without_lists(heads: Sequence[Heading]) -> list[Heading]:
    """Numbered lists inside a part (一、存在的问题 二、改进措施) are no parts: they begin again at one."""
    kept: list[Heading] = []
    due = 1
    for at, head in enumerate(heads):
        if kept and head.order in (1, due) and _is_listed(head, kept, heads[at + 1 :]):
            due = head.order + 1
        else:
            due = 1
            kept.append(head)
    return kept


def _is_listed(head: Heading, before: Sequence[Heading], after: Sequence[Heading]) -> bool:
    """Whether it may be an item of such a list: its own part stands elsewhere, or there is none."""
    if head.key < 2:
        return head.key == 0
    return head.key <= max(h.key for h in before) or any(
        h.key == head.key and h.rank >= head.rank for h in after
    )


def _last_of_each(heads: Sequence[Heading]) -> list[Heading]:
    """Without numbers a part's sub-headings may be named like parts; those come before."""
    found: dict[int, Heading] = {}
    for head in heads:
        found[head.key] = head
    return sorted(found.values(), key=lambda h: h.line)


def _completed(heads: list[Heading], candidates: Sequence[Heading]) -> list[Heading]:
    """Parts not found so far, from candidates numbered otherwise that stand where the part belongs."""
    for key in range(1, 7):
        if any(h.key == key for h in heads):
            continue
        fitting = [h for h in candidates if h.key == key and _may_fill(h) and _fits(h, heads)]
        if fitting:
            best = max(h.rank for h in fitting)
            chosen = [h for h in fitting if h.rank == best]
            heads = sorted([*heads, chosen[0 if key >= 5 else -1]], key=lambda h: h.line)
    return heads


def _may_fill(head: Heading) -> bool:
    """Sub-headings of a part are named like parts; numbered as one they count from one."""
    return head.style not in ("paren", "arabic") or head.order == head.key


def _fits(head: Heading, heads: Sequence[Heading]) -> bool:
    before = max((h.key for h in heads if h.line < head.line), default=0)
    after = min((h.key for h in heads if h.line > head.line and h.key), default=7)
    return before < head.key < after
