"""Sentences that still speak of another year: left over from last year's report (F02 of the catalogue).

A year counts only where it opens what is said (2022年，我局共收到…) and nothing in the sentence says that
another year is meant: a plan, an event, a document. Words: ``resources/checks/years.toml``.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from core.catalogue import finding
from core.findings import Finding, Fix, Place, mended
from core.joined import is_quoted
from core.narrative import Narrative
from core.prose.passages import Passage
from core.resources import ROOT
from core.units import parse

_YEAR = re.compile(r"20[0-4]\d(?=年)")
_NEARBY = range(-2, 2)
_ENDS = "。;!?"
_FARTHEST = 400
"""Letters from the year in question that still count as its sentence."""


def leftovers(
    narrative: Narrative, marks: Iterable[tuple[int, Place]], year: int, unit: str | None
) -> Iterator[Finding]:
    """A finding for each paragraph and year marked there that stands where ``year`` should."""
    candidates = [(said, place) for said, place in marks if said != year and said - year in _NEARBY]
    if not candidates:
        return
    own = _own_names(unit)
    passages = {number: passage for passage in narrative.passages for number in passage.lines}
    found: dict[tuple[int, int], list[Place]] = {}
    for said, place in candidates:
        passage = passages.get(place.paragraph)
        at = _position(passage, place) if passage else None
        if passage and at is not None and _speaks_of_the_report(passage.text, at, said, year, own):
            found.setdefault((place.paragraph, said), []).append(place)
    lines = narrative.lines
    for (_, said), places in found.items():
        detail = f"正文写的是{said}年，本报告是{year}年的，像是沿用旧稿时没有改，请核对"
        fix = Fix(f"把“{said}年”改为“{year}年”", mended(lines, [(place, str(year)) for place in places]))
        yield finding("F02", detail, expected=str(year), found=str(said), places=tuple(places), fixes=(fix,))


def _own_names(unit: str | None) -> tuple[str, ...]:
    """What a sentence may call the unit: 青禾区, 农业农村局, 区农业农村局."""
    if not unit:
        return ()
    name = parse(unit)
    place = name.places[-1] if name.places else ""
    found = [unit, place, name.own, place[-1:] + name.own if name.own else ""]
    if name.kind is not None and name.kind.body in ("government", "office") and place:
        found += [f"{place[-1]}政府", f"{place[-1]}人民政府"]
    return tuple(filter(None, found))


def _position(passage: Passage, place: Place) -> int | None:
    """Where the year stands in the passage's text; None in a title in book marks or in quotation marks."""
    raw = passage.starts[passage.lines.index(place.paragraph)] + place.start
    return None if is_quoted(passage.raw, raw) else passage.position(place.paragraph, place.start)


def _speaks_of_the_report(text: str, at: int, said: int, year: int, own: tuple[str, ...]) -> bool:
    """Whether the sentence round ``at`` tells what the unit did in the year that stands there."""
    words = _words()
    start, end = _sentence(text, at)
    if any(int(other) != said for other in _YEAR.findall(text, start, end)):
        return False
    lead = words["lead"].search(text[start:at])
    if lead is None or words["other"].search(text, start, end):
        return False
    rest = _after_year(text, at + len("2022年"), end, lead["lead"], own)
    if rest is None:
        return False
    strong = words["strong"].search(text, rest, end) is not None
    if said > year or year - said > 1:
        return strong and not (said > year and words["plan"].search(text, rest, end))
    if strong:
        return not _is_listed(text, start, end, year)
    if text[rest - 1] != "," and words["name"].match(text, rest):
        return False
    about = words["general"].search(text, rest, end) and not words["event"].search(text, rest, end)
    return bool(about) and not words["other"].search(text, end, end + _FARTHEST)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence round ``at`` begins and ends, no farther off than anybody would read."""
    first, last = max(at - _FARTHEST, 0), min(at + _FARTHEST, len(text))
    start = max(text.rfind(sign, first, at) for sign in _ENDS) + 1
    ends = [found for sign in _ENDS if (found := text.find(sign, at, last)) >= 0]
    return max(start, first), min(ends, default=last)


def _after_year(text: str, at: int, end: int, lead: str, own: tuple[str, ...]) -> int | None:
    """Where begins what is said of the year; None where the year belongs to something else."""
    words = _words()
    tail = words["tail"].match(text, at, end)
    assert tail is not None
    if tail["end"] and not words["until"].search(lead):
        return None
    begin = tail.end()
    if text.startswith(own, begin):
        return begin
    if tail[0].endswith(","):
        return None if words["others"].match(text, begin) else begin
    return begin if words["start"].match(text, begin, end) else None


def _is_listed(text: str, start: int, end: int, year: int) -> bool:
    """Whether the sentence before or after tells the same of ``year``: two years side by side."""
    before = text[_sentence(text, start - 1)[0] : start] if start else ""
    after = text[end + 1 : _sentence(text, end + 1)[1]] if end < len(text) else ""
    return any(f"{year}年" in s and _words()["strong"].search(s) for s in (before, after))


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    data = tomllib.loads((ROOT / "checks" / "years.toml").read_text(encoding="utf-8"))
    own = _any(data["self"]["words"])
    tail, lead = data["tail"], _any(data["lead"]["words"]).replace("{self}", own)
    plain = ("strong", "general", "event", "other", "plan", "others")
    return {
        **{name: re.compile(_any(data[name]["words"])) for name in plain},
        "lead": re.compile(f"(?:^(?:{data['lead']['numbered']})?|[,:])(?P<lead>{lead}*)$"),
        "until": re.compile(data["lead"]["until"]),
        "name": re.compile(data["general"]["name"]),
        "tail": re.compile(f"{tail['year']}(?:{tail['whole']}|(?P<end>{tail['end']}))?,?"),
        "start": re.compile(_any(data["start"]["words"]).replace("{self}", own)),
    }


def _any(patterns: Sequence[str]) -> str:
    return f"(?:{'|'.join(patterns)})"
