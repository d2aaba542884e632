"""The words of ``resources/checks/outline.toml``, ready to be matched."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.resources import ROOT


@dataclass(frozen=True, slots=True)
class Words:
    """What the outline is told by. All patterns but ``numbers``, ``contents`` and ``ends`` are for text
    without blanks.

    numbers: the number a line begins with; the group that matched is its style. names, loose: of a part, the
    group ``k3`` says which; official: by part. whole: what a loose name of a part must say to say all of it.
    """

    numbers: re.Pattern[str]
    ends: re.Pattern[str]
    rows: re.Pattern[str]
    contents: re.Pattern[str]
    contents_title: re.Pattern[str]
    longest: int
    official: dict[int, str]
    names: re.Pattern[str]
    loose: re.Pattern[str]
    whole: dict[int, re.Pattern[str]]
    radicals: dict[str, str]
    title: re.Pattern[str]
    title_line: re.Pattern[str]
    title_unit: re.Pattern[str]
    title_year: re.Pattern[str]
    title_below: re.Pattern[str]
    title_lines: int
    date: re.Pattern[str]
    unit: re.Pattern[str]
    unit_and_date: re.Pattern[str]
    tail: re.Pattern[str]
    longest_tail: int


@cache
def words() -> Words:
    """The vocabulary, read once."""
    data = tomllib.loads((ROOT / "checks" / "outline.toml").read_text(encoding="utf-8"))
    heads, parts, title, closing = data["headings"], data["parts"], data["title"], data["closing"]
    date = closing["before_date"] + closing["date"]
    return Words(
        numbers=re.compile(f"{heads['before']}(?:{'|'.join(heads['numbers'])})?{heads['after']}"),
        ends=re.compile(heads["ends"]),
        rows=re.compile(heads["rows"]),
        contents=re.compile(heads["contents"]),
        contents_title=re.compile(heads["contents_title"]),
        longest=heads["longest"],
        official={part["key"]: part["official"] for part in parts},
        names=_by_part(parts, "names"),
        loose=_by_part(parts, "loose"),
        whole={part["key"]: re.compile(part["whole"]) for part in parts if "whole" in part},
        radicals=dict(zip(data["radicals"]["from"], data["radicals"]["to"], strict=True)),
        title=re.compile(title["text"]),
        title_line=re.compile(title["line"]),
        title_unit=re.compile(title["unit"]),
        title_year=re.compile(title["year"]),
        title_below=re.compile(title["below"]),
        title_lines=title["lines"],
        date=re.compile(date),
        unit=re.compile(closing["unit"]),
        unit_and_date=re.compile(f"(?P<unit>{closing['unit']})(?P<date>{date})"),
        tail=re.compile("|".join(data["tail"]["lines"])),
        longest_tail=data["tail"]["longest"],
    )


def _by_part(parts: list[dict[str, Any]], which: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<k{part['key']}>{'|'.join(part[which])})" for part in parts))
