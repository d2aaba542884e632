"""F04: a unit calls itself what it is; F05: the requests told of are its own, not a superior's."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.catalogue import finding
from core.findings import Finding, Fix, Place, mended
from core.joined import Joined, is_quoted
from core.resources import ROOT
from core.subject import Subject
from core.units import Kind, kind_of, parse

_SUPERIOR_BODIES = ("department", "subdistrict", "hospital", "school", "zone", "company")
_MOSTLY = 3


def selves(subject: Subject) -> Iterator[Finding]:
    """Where the text speaks as another kind of unit, or of requests to a superior."""
    narrative = subject.narrative
    kind = kind_of(subject.unit)
    if subject.unit is None or kind is None or not narrative.is_prose:
        return
    end = narrative.joined.start(narrative.outline.closing)
    yield from _called(narrative.joined, end, subject.unit, kind)
    if kind.is_township or kind.body in _SUPERIOR_BODIES:
        yield from _superior(narrative.joined, end, kind)


def _called(joined: Joined, end: int, unit: str, kind: Kind) -> Iterator[Finding]:
    said: dict[str, list[Place]] = {}
    for match in _words().selves.finditer(joined.text, 0, end):
        place = joined.place(*match.span())
        if not is_quoted(joined.lines[place.paragraph], place.start):
            said.setdefault(match[0], []).append(place)
    own = sum(len(said.get(word, ())) for word, rule in _words().rules.items() if rule.fits(unit))
    name = own_word(unit, kind)
    for word, places in said.items():
        rule = _words().rules[word]
        is_certain = kind.body in rule.certain or own >= _MOSTLY * len(places)
        if not rule.fits(unit) and is_certain:
            yield _wrong_word(joined, word, places, unit, name)


def _wrong_word(joined: Joined, word: str, places: Sequence[Place], unit: str, name: str) -> Finding:
    often = f" {len(places)} 处" if len(places) > 1 else ""
    detail = f"正文{often}自称“{word}”，本报告是“{unit}”的，请核对"
    texts = mended(joined.lines, [(place, name) for place in places])
    fixes = (Fix(f"把“{word}”改为“{name}”", texts),) if name else ()
    return finding("F04", detail, expected=name or None, found=word, places=tuple(places), fixes=fixes)


def own_word(unit: str, kind: Kind) -> str:
    """What a unit calls itself (我局, 我镇); empty where that is not certain."""
    name = parse(unit)
    if kind.body == "subdistrict":
        return "我街道"
    if kind.body == "government" and name.places:
        return f"我{name.places[-1][-1]}"
    return f"我{name.own[-1]}" if kind.body == "department" and name.own[-1:] in "局委厅办" else ""


def _superior(joined: Joined, end: int, kind: Kind) -> Iterator[Finding]:
    words = _words()
    patterns = [*words.superior, words.wide] if kind.is_township else words.superior
    for pattern in patterns:
        for match in pattern.finditer(joined.text, 0, end):
            begin, stop = _sentence(joined.text, *match.span())
            place = joined.place(*match.span())
            quoted = is_quoted(joined.lines[place.paragraph], place.start)
            if quoted or words.unless.search(joined.text, begin, stop):
                continue
            detail = f"这里说的是{match['who']}的申请，年度报告应当说本单位收到的，请核对是否沿用了上级的稿子"
            yield finding("F05", detail, found=match["who"], places=(place,))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max(text.rfind(sign, 0, start) for sign in "。；;\n") + 1
    ends = [at for sign in "。；;\n" if (at := text.find(sign, end)) >= 0]
    return begin, min(ends, default=len(text))


@dataclass(frozen=True, slots=True)
class _Self:
    unless: tuple[str, ...]
    certain: frozenset[str]

    def fits(self, unit: str) -> bool:
        return any(word in unit for word in self.unless)


@dataclass(frozen=True, slots=True)
class _Words:
    selves: re.Pattern[str]
    rules: Mapping[str, _Self]
    superior: tuple[re.Pattern[str], ...]
    wide: re.Pattern[str]
    unless: re.Pattern[str]


@cache
def _words() -> _Words:
    data: Mapping[str, Any] = tomllib.loads((ROOT / "checks" / "selves.toml").read_text(encoding="utf-8"))
    superior = data["superior"]
    return _Words(
        re.compile(f"我(?<!{data['never']}我)(?:{'|'.join(each['said'] for each in data['selves'])})"),
        {each["word"]: _Self(tuple(each["unless"]), frozenset(each["certain"])) for each in data["selves"]},
        tuple(map(re.compile, superior["words"])),
        re.compile(superior["wide"]),
        re.compile("|".join(superior["unless"])),
    )
