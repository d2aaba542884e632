"""What kind of body a unit is, by its name, and whether two names are one unit's.

Read from ``resources/checks/units.toml``. A name that ends like none of the known bodies has no kind.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from core.resources import ROOT

Body = Literal[
    "government",
    "office",
    "department",
    "subdistrict",
    "zone",
    "hospital",
    "school",
    "company",
    "party",
    "other",
]
"""``office``: a government's own (政府办公室). ``zone``: 开发区、景区. ``party``: 党委、纪委 and bodies
of theirs. ``other``: 群团、人大、政协、司法机关.
"""

Level = Literal["province", "city", "county", "township"]
"""Of the place that a body belongs to; ``city`` is any 市, of a prefecture or of a county."""

_LEVELS: tuple[Level, ...] = ("province", "city", "county", "township")
_LONGEST = 60
_REMARK = re.compile(r"\([^()]*\)")
_GENERIC = re.compile(r"[省市县区](?=..)")
_SUBDISTRICT = re.compile(r"(.+?)(?:地区)?办事处")


@dataclass(frozen=True, slots=True)
class Kind:
    """level: None where the name does not tell."""

    body: Body
    level: Level | None

    @property
    def is_township(self) -> bool:
        """乡、镇、街道."""
        return self.level == "township" and self.body in ("government", "subdistrict")


@dataclass(frozen=True, slots=True)
class Name:
    """A unit's name taken apart, 云岭市 › 青禾区 | 农业农村局.

    own: what is left without places, 人民政府 and 办事处; the words 委员会 and 办公室 in short.
    """

    places: tuple[str, ...]
    own: str
    kind: Kind | None


def kind_of(unit: str | None) -> Kind | None:
    """The kind of body that bears this name; None where the name does not say it."""
    return parse(unit).kind if unit else None


def same_unit(one: str, other: str) -> bool:
    """Whether both can be names of one unit: a superior's name or 人民政府 left out, words abbreviated.

    市政务服务局 is 云岭市政务服务和大数据管理局, 白石镇 is 云岭市白石镇人民政府; 云岭市民政局 is not
    云岭市青禾区民政局.
    """
    a, b = parse(one), parse(other)
    short, long = sorted((a.own, b.own), key=len)
    if not _is_short_for(short, long):
        return False
    return same_places(a.places, b.places) if a.places and b.places else bool(short)


def same_places(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both can lead to one place: the lowest is the same and none above of one level differ."""
    if not one or not other or not _is_same_place(one[-1], other[-1]):
        return False
    above = zip(reversed(one[:-1]), reversed(other[:-1]), strict=False)
    return all(_level(a) != _level(b) or _is_same_place(a, b) for a, b in above)


def above(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the first is a place above the second, as far as the names tell (云岭市 above 白石镇)."""
    if not one or not other:
        return False
    if any(_is_same_place(one[-1], place) for place in other[:-1]):
        return True
    ranks = [_LEVELS.index(level) if (level := _level(places[-1])) else 0 for places in (one, other)]
    return ranks[0] < ranks[1]


def _is_same_place(one: str, other: str) -> bool:
    """市 can be 云岭市, 云岭青禾区 is 青禾区, and 青岭县 is 青岭某族自治县."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) or (long.startswith(short[:-1]) and long.endswith(f"自治{short[-1]}"))


def _is_short_for(short: str, long: str) -> bool:
    """Whether the letters of ``short`` stand in ``long`` in order, with the same at both ends."""
    if not short:
        return not long
    letters = iter(long)
    return short[0] == long[0] and short[-1] == long[-1] and all(letter in letters for letter in short)


@lru_cache(maxsize=1024)
def parse(unit: str) -> Name:
    """A unit's name taken apart; ``own`` is all of it where no place is found."""
    name = _REMARK.sub("", "".join(unicodedata.normalize("NFKC", unit).split()))
    if not name or len(name) > _LONGEST:
        return Name((), name, None)
    words = _words()
    body = next((body for body, ending in words.bodies if ending.search(name)), None)
    if body == "zone" and name.endswith(words.districts):
        body = None
    if body == "zone":
        return Name((), words.short(name), Kind("zone", None))
    places, rest = _places(words.above.sub("", name))
    if body == "subdistrict":
        found = _SUBDISTRICT.fullmatch(rest)
        named = (*places, f"{found[1]}街道") if found else places
        return Name(named, "", Kind("subdistrict", "township"))
    if body is None and places and not rest:
        body = "government"
    kind = Kind(body, _level_of(places, rest)) if body else None
    return Name(places, words.short(rest), kind)


def _places(name: str) -> tuple[tuple[str, ...], str]:
    """The places that a name begins with, and what follows them."""
    places: list[str] = []
    at = 0
    while match := _words().place.match(name, at):
        places.append(match["place"])
        at = match.end()
    if not places and (generic := _GENERIC.match(name)) and not name.startswith(_words().never):
        return (generic[0],), name[1:]
    return tuple(places), name[at:]


def _level_of(places: tuple[str, ...], rest: str) -> Level | None:
    if places:
        return _level(places[-1])
    return "province" if rest.endswith("厅") else None


def _level(place: str) -> Level | None:
    return next((level for level, ending in _words().levels if ending.search(place)), None)


@dataclass(frozen=True, slots=True)
class _Words:
    bodies: tuple[tuple[Body, re.Pattern[str]], ...]
    levels: tuple[tuple[Level, re.Pattern[str]], ...]
    place: re.Pattern[str]
    above: re.Pattern[str]
    titles: re.Pattern[str]
    never: tuple[str, ...]
    districts: tuple[str, ...]
    folded: tuple[tuple[re.Pattern[str], str], ...]

    def short(self, name: str) -> str:
        """A name without the words that do not count, the others in short."""
        name = self.titles.sub("", name)
        for pattern, new in self.folded:
            name = pattern.sub(new, name)
        return name


@cache
def _words() -> _Words:
    data = tomllib.loads((ROOT / "checks" / "units.toml").read_text(encoding="utf-8"))
    words, places = data["words"], data["places"]
    never = "|".join(words["never"])
    ends = _any(end for level in places.values() for end in level)
    return _Words(
        tuple((cast(Body, body), re.compile(f"{_any(ends)}$")) for body, ends in data["bodies"].items()),
        tuple((cast(Level, level), re.compile(f"{_any(ends)}$")) for level, ends in places.items()),
        re.compile(rf"(?:人民政府)?(?P<place>(?!{never})[\u4e00-\u9fff]{{1,16}}?{ends})"),
        re.compile(_any(words["above"])),
        re.compile(_any(words["titles"])),
        tuple(words["never"]),
        tuple(words["districts"]),
        tuple((re.compile(pattern), new) for pattern, new in data["folded"].items()),
    )


def _any(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"
