"""Lines of a page put together to paragraphs, as the writer's program had broken them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mode

from core.formats.pdf.lines import Line
from core.formats.pdf.shapes import Box

_LONG = 18
"""Letters in a line that tells where the margins are."""
_ENOUGH = 3
_INDENT = 0.7
_HANGING = 1.3
"""In letters' sizes: how far a line must be in from the margin to begin a paragraph; how far short of the
right margin one may end whose next letter must not begin a line, or must not end one."""
_NOT_AT_MARGIN = (1.5, 2.5)
_ENDING = 0.3
_LEADING = 2.4
_SIZES = 0.15
_TITLE = 1.15
_CENTRED = 1.0
_OPENING = "（(《〈“‘「『【["
_ENDED = re.compile(r"[。；！？：;!?:]\s*$")
_NUMBERED = re.compile(
    r"\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、．]|\d{1,2}\.(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the text of a file stands on its pages, in points. size: of most of its letters."""

    left: float
    right: float
    size: float


def measure(page: Box, lines: Iterable[Line]) -> Measure | None:
    """The margins, told by the long lines of the size that most letters have; None where there are none.

    Where no three lines end at the right margin, it is taken to be as wide as the left one.
    """
    every = list(lines)
    size = mode(round(glyph.size) for line in every for glyph in line.glyphs) if every else 0
    long = [line for line in every if len(line.glyphs) >= _LONG and round(line.size) == size]
    if not long:
        return None
    left = _margin(every, mode(round(line.left) for line in long), size)
    right = max(line.right for line in long)
    if sum(line.right >= right - 2 * size for line in long) < _ENOUGH:
        right = max(right, page.right - (left - page.left))
    return Measure(left, right, size)


def _margin(lines: Iterable[Line], usual: float, size: float) -> float:
    """The left margin: two letters before where most long lines begin, if any goes on there."""
    before = [
        line.left for line in lines if _NOT_AT_MARGIN[0] < (usual - line.left) / size < _NOT_AT_MARGIN[1]
    ]
    return min(before, default=usual)


def goes_on(line: Line, following: Line, within: Measure | None, *, is_next_page: bool) -> bool:
    """Whether the second line is of the same paragraph as the first."""
    if within is None or not _is_full(line, following, within):
        return False
    if abs(line.size - following.size) > _SIZES * line.size:
        return False
    if not is_next_page and following.base - line.base > _LEADING * line.size:
        return False
    if _is_title(line, within):
        return _is_title(following, within)
    if following.left > within.left + _INDENT * following.size:
        return False
    return not (_ENDED.search(line.text) and _NUMBERED.match(following.text))


def text_of(lines: Sequence[Line]) -> str:
    """The paragraph's text; a blank only between two words in Latin letters."""
    text = ""
    for line in lines:
        said = line.text
        is_between_words = text[-1:].isascii() and text[-1:].isalpha() and said[0].isascii()
        text += f" {said}" if is_between_words and said[0].isalpha() else said
    return text


def _is_full(line: Line, following: Line, within: Measure) -> bool:
    is_ended = _ENDED.search(line.text) and following.text[0] not in _OPENING
    short = _ENDING if is_ended else _HANGING
    return line.right + following.first_word + short * line.size > within.right


def _is_title(line: Line, within: Measure) -> bool:
    """Large and in the middle."""
    off = abs((line.left + line.right) / 2 - (within.left + within.right) / 2)
    return line.size >= _TITLE * within.size and off <= _CENTRED * line.size
