"""Reads ``resources/checks/prose.toml`` and makes its phrases for one edition of the form."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from core.forms import editions
from core.prose.clauses import scanner
from core.prose.numbers import NUMERALS, pattern
from core.prose.phrases import Change, Lexicon, Phrase, Phrases, Readings, Statement
from core.resources import ROOT

_MACRO = re.compile(r"\{([a-z_]+)\}")
_TOGETHER = {
    "lead": ("lead",),
    "plain": ("lead", "filler"),
    "unnamed": ("lead", "whole"),
    "whole": ("lead", "whole", "body"),
    "body": ("body",),
    "about": ("whole", "body", "about", "lead", "applicant", "noun", "challenge_tail", "filler"),
}
"""Lists that are matched from end to end."""
_T = TypeVar("_T")


def load(edition: str, units: tuple[str, ...] = ()) -> Phrases:
    """The phrases whose cells this edition of the form has; an unknown edition is taken for the newest.

    units: measure words for requests beside the usual ones.
    """
    return _load(edition if edition in editions() else list(editions())[-1], units)


@cache
def _load(edition: str, units: tuple[str, ...]) -> Phrases:
    return _Builder(data(), edition, units).phrases()


@cache
def data() -> Mapping[str, Any]:
    """``resources/checks/prose.toml`` as it stands."""
    return tomllib.loads((ROOT / "checks" / "prose.toml").read_text(encoding="utf-8"))


class _Made(dict[str, _T]):
    """Values made when first asked for: making them all takes longer than reading a report."""

    def __init__(self, make: Callable[[str], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> _T:
        made = self[name] = self._make(name)
        return made


class _Builder:
    def __init__(self, data: Mapping[str, Any], edition: str, units: Sequence[str]) -> None:
        self._data = data
        self._units = [*map(re.escape, sorted(units, key=len, reverse=True)), *data["units"]["plain"]]
        self._cells = tuple(c for table in editions()[edition].tables.values() for c in table.cells)
        self._words: dict[str, str] = {}
        for name, words in data["words"].items():
            self._words[name] = "(?:" + "|".join(map(self._expand, words)) + ")"

    def phrases(self) -> Phrases:
        weak, subjects = self._data["units"]["weak"], self._data["subjects"]
        words = _Made(lambda name: re.compile(self._source(name)))
        by_topic: dict[str, list[dict[str, Any]]] = {"any": [], "requests": [], "challenges": []}
        for entry in self._data["numbers"]:
            by_topic[entry["topic"]].append(entry)
        for topic in ("requests", "challenges"):
            by_topic[topic] += by_topic["any"]
        for subject, rows in subjects.items():
            by_topic[subject] = [*self._results(subject, rows), *by_topic["challenges"]]
        documents = self._data["documents"]
        return Phrases(
            words,
            frozenset(self._cells),
            scanner(pattern(self._units, weak)),
            (*self._counted(weak), words["claim"]),
            _Made(lambda topic: self._lexicon(by_topic[topic])),
            tuple(s for entry in self._data["claims"] for s in self._statements(entry)),
            self._named((entry["row"], entry["words"]) for entry in documents["nouns"]),
            self._named(
                (v["column"], v["words"]) for v in documents["verbs"] if self._has_column(v["column"])
            ),
        )

    def _source(self, name: str) -> str:
        """A word list as a pattern; some are matched as a whole, in any number and order."""
        together = _TOGETHER.get(name)
        if together is None:
            return self._words[name]
        return f"(?:{'|'.join(self._words[each] for each in together)})*+"

    def _expand(self, text: str) -> str:
        return _MACRO.sub(lambda match: self._words[match[1]], text)

    def _named(self, entries: Iterable[tuple[str, Sequence[str]]]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in entries))

    def _counted(self, weak: Sequence[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """A number with a unit; one whose unit serves anything needs words of ours beside it."""
        digit, units, beside = "[0-9０-９" + NUMERALS + "]", "|".join(self._units), self._words["beside_weak"]
        weakly = f"(?:{'|'.join(weak)})"
        return (
            re.compile(rf"{digit}(?:{units}|{weakly}[^,;，；。]{{0,12}}?{beside})"),
            re.compile(rf"{beside}[^,;，；。]{{0,12}}?{digit}{weakly}"),
        )

    def _has_column(self, column: str) -> bool:
        return any(cell.startswith("disclosure.") and cell.endswith(f".{column}") for cell in self._cells)

    def _results(self, subject: str, rows: Sequence[str]) -> list[dict[str, Any]]:
        return [
            {
                **entry,
                "meaning": f"{subject}.{entry['column']}",
                "readings": [[f"challenges.{row}.{entry['column']}" for row in rows]],
            }
            for entry in self._data["results"]
        ]

    def _lexicon(self, entries: Sequence[dict[str, Any]]) -> Lexicon:
        phrases: dict[str, Phrase] = {}
        before: list[str] = []
        after: list[str] = []
        for entry in entries:
            phrase = self._phrase(entry)
            if entry["readings"] and not phrase.readings:
                continue
            name = f"p{len(phrases)}"
            phrases[name] = phrase
            applicants = self._words["between"] + self._words["noun"]
            object_ = f"(?:{applicants})?" if phrase.loose else ""
            before.append(f"(?P<{name}>(?:{self._either(entry['before'])}){object_})")
            if "after" in entry:
                after.append(f"(?P<{name}>{self._either(entry['after'])})")
        filler = self._words["filler"]
        return Lexicon(
            re.compile(f"(?:{'|'.join(before)}){filler}*+$"),
            re.compile(f"(?:{'|'.join(after) or '(?!)'}){filler}*+$"),
            phrases,
        )

    def _either(self, patterns: Sequence[str]) -> str:
        return "|".join(map(self._expand, patterns))

    def _phrase(self, entry: Mapping[str, Any]) -> Phrase:
        changes = (Change(c["with"], c["how"], self._readings(c["readings"])) for c in entry.get("when", ()))
        return Phrase(
            entry["meaning"],
            self._readings(entry["readings"]),
            tuple(change for change in changes if change.readings),
            entry.get("subject", ""),
            entry.get("year", 0),
            entry.get("loose", False),
            frozenset(entry["part_of"]) if "part_of" in entry else None,
            re.compile(self._either(entry["without"])) if "without" in entry else None,
            re.compile(self._expand(entry["not_after"])) if "not_after" in entry else None,
        )

    def _statements(self, entry: Mapping[str, Any]) -> Iterable[Statement]:
        unless = re.compile(self._expand(entry["unless"])) if "unless" in entry else None
        readings = self._readings(entry["readings"])
        for text in entry["patterns"] if readings else ():
            compiled = re.compile(self._expand(text))
            yield Statement(
                entry["meaning"],
                entry["claim"],
                entry["topic"],
                compiled,
                readings,
                unless,
                entry.get("overall", False),
            )

    def _readings(self, readings: Sequence[Sequence[str]]) -> Readings:
        """Cell ids; a reading with a row that this edition does not have is left out."""
        spelled = (self._reading(reading) for reading in readings)
        return tuple(dict.fromkeys(reading for reading in spelled if reading))

    def _reading(self, reading: Sequence[str]) -> tuple[str, ...]:
        found: list[str] = []
        for name in reading:
            cells = self._named_cells(name)
            if not cells:
                return ()
            found += cells
        return tuple(found)

    def _named_cells(self, name: str) -> list[str]:
        if name.endswith(".*"):
            group = name[:-1]
            return [c for c in self._cells if c.startswith(group) and c.endswith(".total")]
        return [cell for cell in (name, f"{name}.total") if cell in self._cells][:1]
