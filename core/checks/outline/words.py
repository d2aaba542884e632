"""The words of ``resources/checks/contents.toml``, ready to be matched."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.resources import ROOT


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that part one must speak of. head: how a sub-heading names it."""

    name: str
    words: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...] = ()
    head: re.Pattern[str] | None = None

    def is_told(self, text: str) -> bool:
        return any(word in text for word in self.words) or any(p.search(text) for p in self.patterns)

    def names(self, heading: str) -> bool:
        """Whether a sub-heading is of this aspect."""
        return bool(self.head and self.head.search(heading)) or self.is_told(heading)


@dataclass(frozen=True, slots=True)
class Outdated:
    """A document that is cited no more. year: of the first report that must not. digits: old and new.
    beside: what in the same sentence tells that it is cited as a thing of the past.
    """

    year: int
    needle: str
    beside: str
    number: re.Pattern[str]
    digits: tuple[tuple[str, str], ...]
    title: str
    new_title: str
    name: str
    replaced_by: str
    why: str


@dataclass(frozen=True, slots=True)
class Residue:
    """What a template leaves behind. needles: every match begins with one of them."""

    needles: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """aspects, governments: of part one. patterns: all others by table and name (``fee.told``)."""

    aspects: tuple[Aspect, ...]
    governments: tuple[Aspect, ...]
    listing: tuple[str, ...]
    told_fee: tuple[str, ...]
    fee_elsewhere: tuple[str, ...]
    longest_head: int
    shortest: int
    near: int
    outdated: tuple[Outdated, ...]
    residue: tuple[Residue, ...]
    patterns: Mapping[str, re.Pattern[str]]


@cache
def words() -> Words:
    """The vocabulary, read once."""
    data = tomllib.loads((ROOT / "checks" / "contents.toml").read_text(encoding="utf-8"))
    one = data["part_one"]
    tables = ("part_one", "part_five", "fee", "citing", "residue_only", "private")
    return Words(
        tuple(map(_aspect, data["aspects"])),
        tuple(map(_aspect, data["governments"])),
        tuple(one["listing"]),
        tuple(data["fee"]["words"]),
        tuple(data["fee"]["elsewhere"]),
        one["longest_head"],
        data["part_five"]["shortest"],
        data["private"]["near"],
        tuple(map(_outdated, data["outdated"])),
        tuple(Residue(tuple(r["needles"]), re.compile(r["pattern"])) for r in data["residue"]),
        {
            f"{table}.{name}": re.compile(value)
            for table in tables
            for name, value in data[table].items()
            if isinstance(value, str)
        },
    )


def _aspect(entry: Mapping[str, Any]) -> Aspect:
    head = entry.get("head")
    return Aspect(
        entry["name"],
        tuple(entry["words"]),
        tuple(map(re.compile, entry.get("patterns", ()))),
        re.compile(head) if head else None,
    )


def _outdated(entry: Mapping[str, Any]) -> Outdated:
    digits = entry["digits"]
    return Outdated(
        entry["year"],
        entry["needle"],
        entry["beside"],
        re.compile(entry["number"]),
        tuple(zip(digits[0::2], digits[1::2], strict=True)),
        entry["title"],
        entry["new_title"],
        entry["name"],
        entry["replaced_by"],
        entry["why"],
    )
