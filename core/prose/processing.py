"""What part six says of 信息处理费: notices sent, their total, what was really paid (国办函〔2020〕109号)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from core.findings import Place
from core.prose.clauses import sentences
from core.prose.fees import is_of_year
from core.prose.loading import load
from core.prose.money import amounts
from core.prose.numbers import DIGITS, FIRST, value_of
from core.prose.passages import Passage
from core.prose.phrases import Phrases

Kind = Literal["notices", "due", "paid", "none"]
"""收费通知 sent, in pieces; their total and what was paid, in yuan; words that none was raised."""

_TOPIC = re.compile("处理费|收费通知|缴费通知")
_PIECES = re.compile(rf"[{FIRST}]{DIGITS}(?P<unit>件次|件|份|次|例|宗|起|个|笔)")


class Stated(NamedTuple):
    """One of them as the text says it, with its place and words."""

    kind: Kind
    value: Decimal
    place: Place
    text: str


class _Figure(NamedTuple):
    start: int
    end: int
    after: int
    value: Decimal
    is_money: bool


def processing(text: Sequence[Passage], year: int | None) -> tuple[Stated, ...]:
    """What these passages of part six say, in reading order; nothing where they speak of other years."""
    phrases = load("2021")
    return tuple(
        stated
        for passage in text
        if _TOPIC.search(passage.text)
        for start, end in sentences(passage.text)
        if is_of_year(passage.text, start, end, year, phrases)
        for kind, value, first, last in _said(passage.text, start, end, phrases)
        if (stated := _stated(passage, kind, value, first, last)) is not None
    )


def only(said: Sequence[Stated], kind: Kind) -> Stated | None:
    """What is said of this kind, if it is always the same."""
    found = [stated for stated in said if stated.kind == kind]
    return found[0] if len({stated.value for stated in found}) == 1 else None


def _stated(passage: Passage, kind: Kind, value: Decimal, start: int, end: int) -> Stated | None:
    place = passage.place(start, end)
    return None if place is None else Stated(kind, value, Place(*place), passage.original(start, end))


def _said(text: str, start: int, end: int, phrases: Phrases) -> Iterator[tuple[Kind, Decimal, int, int]]:
    words = phrases.words
    for denial in words["nothing_processed"].finditer(text, start, end):
        yield "none", Decimal(0), *denial.span("mark")
    for name in ("no_notice", "notice_denied"):
        for nil in words[name].finditer(text, start, end):
            yield "notices", Decimal(0), *nil.span("nil")
    for nil in words["all_nothing"].finditer(text, start, end):
        kinds: tuple[Kind, ...] = ("notices", "due", "paid") if "实际" in nil[0] else ("notices", "due")
        for kind in kinds:
            yield kind, Decimal(0), *nil.span("nil")
    at = start
    for figure in _figures(text, start, end):
        found = _kind(figure, text[at : figure.start], text[figure.after : end], phrases)
        if found is not None:
            yield found, figure.value, figure.start, figure.end
        at = figure.after


def _kind(figure: _Figure, before: str, after: str, phrases: Phrases) -> Kind | None:
    words = phrases.words
    if not figure.is_money:
        is_notice = words["notice"].search(before) or words["notice_after"].match(after)
        return "notices" if is_notice else None
    if not words["exact"].match(after):
        return None
    if words["paid"].search(before):
        return "paid"
    return "due" if words["due"].search(before) else None


def _figures(text: str, start: int, end: int) -> list[_Figure]:
    money = [_Figure(a.start, a.end, a.after, a.yuan, True) for a in amounts(text, start, end)]
    pieces = [
        _Figure(match.start(), match.start("unit"), match.end(), Decimal(value), False)
        for match in _PIECES.finditer(text, start, end)
        if (value := value_of(text[match.start() : match.start("unit")])) is not None
    ]
    return sorted(money + pieces)
