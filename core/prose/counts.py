"""Totals and their parts (其中……), and shares (占……%), whatever is counted."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from core.prose.clauses import sentences
from core.prose.numbers import DIGITS, FIRST, value_of
from core.prose.passages import Passage

_UNITS = "人次|件次|项次|次数|件|条|篇|份|次|宗|例|起|个|项|期|场|则|部|人|家|户|批|幅"
_TOKEN = re.compile(
    rf"(?P<first>[{FIRST}其占();,])(?:{DIGITS}(?P<unit>{_UNITS})"
    r"|(?<=其)(?P<part>中)"
    r"|(?<=占)(?P<of>[^,;()\d%]{0,14}?)(?P<percent>\d{1,3}(?:\.\d{1,2})?)%(?![以左多])"
    r"|(?<=,)(?P<turn>另|此外|同时|还|共|累计|全年|合计|总计)"
    r"|(?<=[();]))"
)
"""What a reader of counts stops at; it begins with its first character so that it is quick to find."""
_OTHER_TIME = re.compile("较|比|同比|增|减|上升|下降|上年|去年")
_SUBSET = re.compile("含|包括")
_REST = re.compile("其[他余它]")
_ABOUT = re.compile("(?:约|近|超|超过|逾|不到)$")
_FAR = 16
_DEPTHS = {"(": 1, ")": -1, ";": 0}


class Count(NamedTuple):
    """A number with its unit. label: what stands before it, back to the number before."""

    start: int
    end: int
    after: int
    value: int
    unit: str
    label: str


@dataclass(slots=True)
class Split:
    """A total with those of its parts that are said. ends_with_rest: the last is 其他, so they are all."""

    whole: Count
    parts: list[Count] = field(default_factory=list)

    @property
    def ends_with_rest(self) -> bool:
        return bool(self.parts) and _REST.search(self.parts[-1].label) is not None


class Share(NamedTuple):
    """A percentage of ``part``, where it stands, and the numbers that it may be a share of, nearest first.

    is_sure: the first of them is the total after 其中.
    """

    start: int
    end: int
    percent: Decimal
    part: Count
    wholes: tuple[Count, ...]
    is_sure: bool


def counted(passage: Passage) -> tuple[list[Split], list[Share]]:
    """The totals with parts and the shares of a passage, in reading order."""
    text = passage.text
    reader, before = _Reader(text), None
    for start, end in sentences(text):
        if text.find("其中", start, end) >= 0:
            if before is not None:
                reader.sentence(*before)
            reader.sentence(start, end)
            before = None
        else:
            before = start, end
    return [split for split in reader.splits if len(split.parts) > 1], reader.shares


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._split: Split | None = None
        self._whole: Count | None = None
        self._depth = self._level = 0
        self._counts: list[Count] = []
        self.splits: list[Split] = []
        self.shares: list[Share] = []

    def sentence(self, start: int, end: int) -> None:
        self._split = self._whole = None
        self._depth = self._level = 0
        at = start
        for match in _TOKEN.finditer(self._text, start, end):
            if match["turn"]:
                self._split = self._whole = None
            elif match["part"]:
                self._begin(match.start())
            elif match["percent"]:
                self._share(match)
            elif match["unit"] is None:
                self._sign(match["first"])
                at = match.end() if match["first"] == ")" else at
            else:
                if self._depth <= self._level:
                    self._count(match, at)
                at = match.end()

    def _sign(self, sign: str) -> None:
        """Parts end with the parenthesis or the semicolon; within further parentheses nothing counts."""
        self._depth += _DEPTHS[sign]
        if sign == ";" or self._depth < self._level:
            self._split = None
        if self._depth < self._level:
            self._level, self._whole = self._depth, None

    def _begin(self, at: int) -> None:
        """其中 speaks of the number right before it, which may end the sentence before."""
        self._split = self._whole = None
        if self._counts and at - self._counts[-1].after <= _FAR:
            self._whole = self._counts[-1]
            self._split, self._level = Split(self._whole), self._depth
            self.splits.append(self._split)

    def _count(self, match: re.Match[str], at: int) -> None:
        start, end = match.start(), match.start("unit")
        value = value_of(self._text[start:end])
        if value is None:
            return
        label = self._text[at:start]
        count = Count(start, end, match.end(), value, match["unit"], label)
        if _OTHER_TIME.search(label) or _SUBSET.search(label) or _ABOUT.search(label):
            return
        if self._split is not None:
            if count.unit == self._split.whole.unit:
                self._split.parts.append(count)
            else:
                self._split = None
        self._counts.append(count)

    def _share(self, match: re.Match[str]) -> None:
        if not self._counts:
            return
        part = self._counts[-1]
        if not _BESIDE.fullmatch(self._text, part.after, match.start()):
            return
        wholes = [c for c in reversed(self._counts[:-1]) if c.unit == part.unit and c.value >= part.value]
        whole = self._whole
        is_sure = whole in wholes and _OF_ALL.fullmatch(match["of"]) is not None
        if whole is not None and is_sure:
            wholes.insert(0, whole)
        percent = match["percent"]
        start, end = match.span("percent")
        self.shares.append(Share(start, end + 1, Decimal(percent), part, tuple(wholes), is_sure))


_BESIDE = re.compile(r"的?[,(]?")
_OF_ALL = re.compile(
    "(?:比(?:例)?(?:为|达)?)?|(?:全部.{0,8}|(?:政府|信息|公开|申请|受理|收到|办结|答复)*(?:总[件]?[数量]|件?数量?|量))的?"
)
