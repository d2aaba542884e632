"""What the text says of fees, held against the tables (A12, C07, C08 of the catalogue).

Source: 政府信息公开信息处理费管理办法 (国办函〔2020〕109号).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from core import catalogue
from core.findings import Finding, Place
from core.numerals import Number, plain
from core.prose.passages import Passage, passages
from core.resources import ROOT
from core.subject import Subject
from core.wording import cell_name

_UNPAID = "requests.other.unpaid.total"
_FEES = "disclosure.fees.amount"
_ALL_FEES = "行政事业性收费"
_LEAST = 100
_YUAN = {"元": 1, "万元": 10_000}
_SENTENCE = re.compile("[^。;!?]+")


@dataclass(frozen=True, slots=True)
class Said:
    """value: in 元, or 0 for that there was none. place: where, None where a line break cuts it."""

    value: Number
    place: Place | None


def fees(subject: Subject) -> Iterator[Finding]:
    unpaid, amount = subject.value(_UNPAID), subject.value(_FEES)
    if unpaid:
        yield from _unpaid(unpaid, subject)
    if amount is not None:
        yield from _received(amount, subject)
        if amount >= _LEAST:
            yield from _in_yuan(amount, subject)


def _unpaid(unpaid: Number, subject: Subject) -> Iterator[Finding]:
    """A12: who did not pay was asked to, this year or the year before."""
    said, last = _no_notice(subject.narrative.lines), subject.last_year
    if said is None or (last is not None and _no_notice(last.narrative.lines) is None):
        return
    where = cell_name(subject.forms["requests"], _UNPAID)
    detail = f"{where}＝{plain(unpaid)}，正文却写没有发出收费通知；如是上年发出的通知，请在正文写明"
    yield catalogue.finding(
        "A12", detail, table="requests", cells=(_UNPAID,), found=plain(unpaid), places=_places(said)
    )


def _received(amount: Number, subject: Subject) -> Iterator[Finding]:
    """C08: the fee for processing is one of all fees."""
    said = _amount_received(subject.narrative.lines)
    if said is None or said.value <= amount * _YUAN["万元"]:
        return
    where = cell_name(subject.forms["disclosure"], _FEES)
    detail = (
        f"正文写实际收取信息处理费 {plain(said.value)} 元，{where}＝{plain(amount)}，合 "
        f"{plain(amount * _YUAN['万元'])} 元；信息处理费属于行政事业性收费，应包括在内，请核对"
    )
    yield catalogue.finding("C08", detail, table="disclosure", cells=(_FEES,), places=_places(said))


def _in_yuan(amount: Number, subject: Subject) -> Iterator[Finding]:
    """C07: the same number, said to be 元."""
    digits = plain(amount)
    place = _yuan_place(subject.narrative.lines, digits)
    if place is not None:
        where = cell_name(subject.forms["disclosure"], _FEES)
        detail = f"{where}＝{digits}（万元），正文写的是 {digits} 元，请核对单位"
        yield catalogue.finding(
            "C07", detail, table="disclosure", cells=(_FEES,), found=digits, places=(place,)
        )


def _places(said: Said) -> tuple[Place, ...]:
    return (said.place,) if said.place else ()


# --- reading the text -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Words:
    relevant: re.Pattern[str]
    no_notice: re.Pattern[str]
    received: re.Pattern[str]
    not_this_year: re.Pattern[str]


@cache
def _words() -> _Words:
    data = tomllib.loads((ROOT / "checks" / "fees.toml").read_text(encoding="utf-8"))
    return _Words(
        re.compile(data["relevant"]),
        re.compile("|".join(data["no_notice"])),
        re.compile(data["received"]),
        re.compile(data["not_this_year"]),
    )


@lru_cache(maxsize=16)
def _no_notice(lines: tuple[str, ...]) -> Said | None:
    """Where the text says that nobody was asked to pay."""
    for passage, match in _matches(lines, _words().no_notice):
        return Said(0, _place(passage, match))
    return None


@lru_cache(maxsize=16)
def _amount_received(lines: tuple[str, ...]) -> Said | None:
    """What was received; None where the text says nothing or several things."""
    found = [
        Said(Decimal(match["number"].replace(",", "")) * _YUAN[match["unit"]], _place(passage, match))
        for passage, match in _matches(lines, _words().received)
    ]
    return found[0] if len({said.value for said in found}) == 1 else None


def _matches(lines: tuple[str, ...], pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    words = _words()
    for passage in passages(lines):
        if words.relevant.search(passage.text):
            for sentence in _SENTENCE.finditer(passage.text):
                if not words.not_this_year.search(sentence[0]):
                    yield from ((passage, m) for m in pattern.finditer(passage.text, *sentence.span()))


@lru_cache(maxsize=16)
def _yuan_place(lines: tuple[str, ...], digits: str) -> Place | None:
    """Where the text says this number of 元 for all fees."""
    pattern = re.compile(rf"{_ALL_FEES}[^,。;]{{0,20}}?(?<![\d.,])(?P<number>{_spelled(digits)})元")
    for passage in passages(lines):
        match = pattern.search(passage.text)
        if match:
            place = passage.place(*match.span("number"))
            return Place(*place) if place else None
    return None


def _spelled(digits: str) -> str:
    """With or without thousands separators."""
    whole, _, rest = digits.partition(".")
    separated = re.escape(f"{int(whole):,}" + (f".{rest}" if rest else ""))
    return f"{re.escape(digits)}|{separated}"


def _place(passage: Passage, match: re.Match[str]) -> Place | None:
    place = passage.place(*match.span())
    return Place(*place) if place else None
