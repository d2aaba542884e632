"""A text in one piece, to be searched at once, and where in its paragraphs a find stands."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from core.findings import Place

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


_LONGEST_QUOTE = 400
_OPENED, _CLOSED = "“‘「『《", "”’」』》"


def is_quoted(text: str, at: int) -> bool:
    """Whether the letter at ``at`` stands within quotation or book marks."""
    before = text[max(at - _LONGEST_QUOTE, 0) : at]
    return sum(map(before.count, _OPENED)) > sum(map(before.count, _CLOSED)) or before.count('"') % 2 == 1


class Joined:
    """text: the paragraphs with a line break after each; digits of normal width, as far as years need it.
    numbers: of the paragraphs, where some are left out.
    """

    def __init__(self, lines: Sequence[str], numbers: Sequence[int] | None = None) -> None:
        self.lines = lines
        self._numbers = range(len(lines)) if numbers is None else numbers
        text = "\n".join(lines)
        self.text = text.translate(_WIDE) if "２" in text else text
        self._starts = tuple(accumulate((len(line) + 1 for line in lines), initial=0))

    def place(self, start: int, end: int) -> Place:
        """Where ``text[start:end]`` stands; of a find that runs on, what stands in the first paragraph."""
        number = bisect_right(self._starts, start) - 1
        begin = self._starts[number]
        return Place(self._numbers[number], start - begin, min(end - begin, len(self.lines[number])))

    def start(self, number: int) -> int:
        """Where a paragraph begins; the text's end for one past the last."""
        return min(self._starts[number], len(self.text))
