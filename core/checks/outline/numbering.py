"""E02: order and numbers of the parts."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.catalogue import finding
from core.findings import Finding, Fix, Place, replaced
from core.outline import Part, official_name
from core.subject import Subject

_NUMERALS = "一二三四五六"
_MOST = 4
"""Without a number beside this many that have one, a heading has lost it."""


def numbering(subject: Subject) -> Iterator[Finding]:
    """Whether the parts stand in order under the numbers one to six."""
    lines, parts = subject.narrative.lines, subject.narrative.outline.parts
    if [(part.key, part.order) for part in parts] != _AS_OFFICIAL:
        yield from _introduced(lines, parts) or _disordered(lines, parts) or _misnumbered(lines, parts)
        if subject.format == "txt":
            yield from _unnumbered(lines, parts)
    yield from _smudged(lines, parts)


_AS_OFFICIAL = [(n, n) for n in range(1, 7)]


def _introduced(lines: Sequence[str], parts: Sequence[Part]) -> list[Finding]:
    """An introduction headed like part one."""
    first = [part for part in parts if part.key == 1]
    if len(first) < 2 or first[:2] != list(parts[:2]):
        return []
    heading = _shown(lines, first[0])
    detail = f"“{heading}”出现了两次，前一个下面是引言；引言不编号，也不用这个标题"
    return [finding("E02", detail, found=heading, places=tuple(part.heading for part in first))]


def _disordered(lines: Sequence[str], parts: Sequence[Part]) -> list[Finding]:
    known = [part for part in parts if part.key]
    for before, after in pairwise(known):
        if after.key < before.key:
            detail = (
                f"“{_shown(lines, after)}”应在“{_shown(lines, before)}”前面："
                f"六个部分依次是{'；'.join(f'{_NUMERALS[n - 1]}、{official_name(n)}' for n in range(1, 7))}"
            )
            return [finding("E02", detail, places=(after.heading, before.heading))]
    return []


def _misnumbered(lines: Sequence[str], parts: Sequence[Part]) -> list[Finding]:
    """Numbers that jump or repeat; those that only follow from a part that is missing or too many do not."""
    numbered = [part for part in parts if part.order]
    wrong = [part for part in numbered if part.key and part.order != part.key]
    if not wrong or len(numbered) < 2:
        return []
    if [part.order for part in numbered] == list(range(1, len(numbered) + 1)):
        return _extra(lines, numbered)
    known = [part.key for part in parts]
    is_certain = known == sorted(set(known)) and 0 not in known
    shown = "、".join(f"“{_shown(lines, part)}”应为“{_NUMERALS[part.key - 1]}”" for part in wrong)
    fixes = (_renumbered(lines, wrong),) if is_certain else ()
    return [finding("E02", f"编号不连续：{shown}", places=tuple(part.heading for part in wrong), fixes=fixes)]


def _extra(lines: Sequence[str], numbered: Sequence[Part]) -> list[Finding]:
    seen: set[int] = set()
    extra: list[Part] = []
    for part in numbered:
        if part.key == 0 or part.key in seen:
            extra.append(part)
        seen.add(part.key)
    if not extra:
        return []
    shown = "、".join(f"“{_shown(lines, part)}”" for part in extra)
    detail = f"{shown}不是统一格式的六个部分之一，后面的编号因此错位"
    return [finding("E02", detail, severity="warning", places=tuple(part.heading for part in extra))]


def _renumbered(lines: Sequence[str], wrong: Sequence[Part]) -> Fix:
    texts = []
    for part in wrong:
        line = lines[part.heading.paragraph]
        at = line.index(part.number, part.heading.start)
        new = str(part.key) if part.style == "arabic" else _NUMERALS[part.key - 1]
        texts.append(replaced(line, Place(part.heading.paragraph, at, at + len(part.number)), new))
    return Fix("把标题的编号改为" + "、".join(_NUMERALS[part.key - 1] for part in wrong), tuple(texts))


def _unnumbered(lines: Sequence[str], parts: Sequence[Part]) -> Iterator[Finding]:
    """Headings that lost their number; in Word it may be automatic."""
    bare = [part for part in parts if part.key and not part.style]
    right = [part for part in parts if part.style == "cn" and part.order == part.key]
    if not bare or len(right) < _MOST or len(bare) + len(right) != len(parts):
        return
    for part in bare:
        numeral = f"{_NUMERALS[part.key - 1]}、"
        place = part.heading
        line = lines[place.paragraph]
        start = Place(place.paragraph, place.start, place.start)
        fix = Fix(f"在标题前加上“{numeral}”", (replaced(line, start, numeral),))
        detail = f"标题“{_shown(lines, part)}”没有编号，应为“{numeral}”"
        yield finding("E02", detail, severity="advice", places=(place,), fixes=(fix,))


def _smudged(lines: Sequence[str], parts: Sequence[Part]) -> Iterator[Finding]:
    """A stray letter before the number, as character recognition leaves it (l六、)."""
    for part in parts:
        place = part.heading
        line = lines[place.paragraph]
        if part.style == "cn" and line[place.start] in "lI":
            letter = Place(place.paragraph, place.start, place.start + 1)
            fix = Fix(f"删去标题前的“{line[place.start]}”", (replaced(line, letter, ""),))
            detail = f"标题“{_shown(lines, part)}”前面多了一个字母“{line[place.start]}”"
            yield finding("E02", detail, severity="advice", places=(letter,), fixes=(fix,))


def _shown(lines: Sequence[str], part: Part) -> str:
    number, start, end = part.heading
    return " ".join(lines[number][start:end].split())
