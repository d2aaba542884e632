"""Lines that may be the heading of one of the report's six parts."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from core.findings import Place
from core.outline.lines import bare, reach, unified
from core.outline.words import Words, words

Style = Literal["", "part", "cn", "paren", "arabic"]
"""How headings are numbered: not at all (or by Word itself), 第一部分, 一、, （一）, 1."""

_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)}
_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,2}|\d{1,2}")
_CLOSED = "。：:；;"
_ENDINGS = ("情况", "事项", "概述", "概况", "措施", "打算", "问题", "改进", "计划", "方向", "不足", "思路")
_FAR = 100
_REST = 24
_OFFICIAL = 3
_OPENINGS = frozenset("一二三四五六七八九十⼀⼆⼗lI第（(0123456789０１２３４５６７８９ \u3000\xa0\t#*■●◆▲【[")
"""What a heading that text follows on the same line begins with."""


class Heading(NamedTuple):
    """rank: 3 in the official words or nearly, 2 in others that say as much, 1 in others that say less,
    0 none of the six. number: as written, order: its value, 0 where there is none. below: how many further
    lines the name goes on over.
    """

    key: int
    rank: int
    style: Style
    number: str
    order: int
    place: Place
    below: int = 0

    @property
    def line(self) -> int:
        return self.place.paragraph


class Named(NamedTuple):
    """A heading wherever it stands. start: of its number, name: of its name, end: of both."""

    key: int
    rank: int
    style: Style
    number: str
    order: int
    start: int
    name: int
    end: int


def headings(lines: Sequence[str], tabular: Collection[int]) -> Iterator[Heading]:
    """Every line that may head a part, in reading order; lines of a table of contents are none."""
    for number in sorted(set(range(len(lines))).difference(tabular)):
        line = lines[number]
        if len(line) > _FAR and line[0] not in _OPENINGS:
            continue
        found = _named(line[:_FAR])
        if found is not None:
            place = Place(number, found.start, found.end)
            whole = found if found.rank == _OFFICIAL else _continued(lines, number, found)
            below = whole is not found
            yield Heading(whole.key, whole.rank, found.style, found.number, found.order, place, below)


def _continued(lines: Sequence[str], number: int, found: Named) -> Named:
    """The heading with the next line, where a narrow page broke its name in two."""
    line = lines[number]
    following = lines[number + 1] if number + 1 < len(lines) else ""
    if not following or len(following) > _REST or found.end < len(line.rstrip()):
        return found
    whole = _named(line + following)
    length = len(line) + len(following.rstrip().rstrip(_CLOSED))
    return whole if whole is not None and whole.rank == _OFFICIAL and whole.end == length else found


def heading_of(line: str) -> Named | None:
    """The heading that a line is or begins with: of a part, or any behind a number."""
    return _named(line[:_FAR])


@lru_cache(maxsize=1024)
def _named(line: str) -> Named | None:
    """As ``heading_of``; most headings are the same in every report."""
    known = words()
    line = unified(line)
    match = known.numbers.match(line)
    if match is None or (match.lastgroup is None and len(line) > known.longest):
        return None
    begin = match.end()
    named = (_unnumbered if match.lastgroup is None else _numbered)(line[begin:], known)
    if named is None:
        return None
    key, rank, length = named
    style, numeral = _number(match)
    start, end = len(line) - len(line.lstrip()), reach(line, begin, length)
    if len(line) < _FAR and known.contents.search(line, end if rank == _OFFICIAL else begin):
        return None
    return Named(key, rank, style, numeral, _value(numeral), start, begin, end)


def _unnumbered(line: str, known: Words) -> tuple[int, int, int] | None:
    """Key, rank and length without blanks; the name must be all that the line says."""
    text = bare(line).rstrip(_CLOSED)
    if not text.endswith(_ENDINGS) or known.ends.search(text) or known.rows.search(text):
        return None
    match = known.names.fullmatch(text)
    if match is not None:
        return _key(match), 3, len(text)
    loose = known.loose.fullmatch(text)
    return (_key(loose), _rank(_key(loose), text, known), len(text)) if loose else None


def _numbered(line: str, known: Words) -> tuple[int, int, int] | None:
    """As above; text may follow on the same line, and a name of its own is key 0."""
    match = known.names.match(bare(line))
    if match is not None:
        return _key(match), 3, match.end()
    stop = known.ends.search(line)
    text = bare(line[: stop.start()] if stop else line)
    if not text or len(text) > known.longest or known.rows.search(text):
        return None
    loose = known.loose.fullmatch(text)
    return (_key(loose), _rank(_key(loose), text, known), len(text)) if loose else (0, 0, len(text))


def _key(match: re.Match[str]) -> int:
    return int(str(match.lastgroup)[1:])


def _rank(key: int, text: str, known: Words) -> int:
    whole = known.whole.get(key)
    return 2 if whole is None or whole.match(text) else 1


def _number(match: re.Match[str]) -> tuple[Style, str]:
    styles: dict[str | None, Style] = {"part": "part", "cn": "cn", "paren": "paren", "arabic": "arabic"}
    style = styles.get(match.lastgroup, "")
    numeral = _NUMERAL.search(match[style]) if style else None
    return style, numeral[0] if numeral else ""


def _value(numeral: str) -> int:
    """1 to 99; 0 for no number."""
    if not numeral or numeral.isdigit():
        return int(numeral or 0)
    tens, cross, units = numeral.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if cross else 0) + _DIGITS.get(units, 0)
