"""The phrases of ``resources/checks/prose.toml``, ready to be matched for one edition of the form."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from core.forms import editions
from core.prose.clauses import scanner
from core.prose.numbers import pattern
from core.resources import ROOT

Claim = Literal["number", "none", "all"]
Readings = tuple[tuple[str, ...], ...]
_MACRO = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Change:
    """The readings change to ``readings`` where the same sentence also says ``other`` in this way."""

    other: str
    how: Literal["within", "added", "any"]
    readings: Readings


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a number with these words beside it states.

    readings: none for a number that is not all there is, so that others of that meaning are not either.
    subject: what 结果维持 and the like speak of from here on. year: a year within the words must be the
    report's plus this. The others: see the remarks in the TOML file; None is no limit.
    """

    meaning: str
    readings: Readings
    changes: tuple[Change, ...] = ()
    subject: str = ""
    year: int = 0
    loose: bool = False
    part_of: frozenset[str] | None = None
    without: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases that are looked for together: those before a number, those behind it, by group name."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    phrases: Mapping[str, Phrase]


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that state a number without writing it; the group ``mark`` is what to point at.

    unless: words in the paragraph that take it back. overall: it speaks of everything even after 其中.
    """

    meaning: str
    claim: Claim
    topic: str
    pattern: re.Pattern[str]
    readings: Readings
    unless: re.Pattern[str] | None
    overall: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """Everything for one edition of the form.

    words: the word lists by name. cells: all ids. scan: cuts a text (``clauses``). lexicons: by topic, or by
    the kind of case spoken of. nouns, verbs: rows and columns of 表二 by group name.
    """

    words: Mapping[str, re.Pattern[str]]
    cells: frozenset[str]
    scan: re.Pattern[str]
    lexicons: Mapping[str, Lexicon]
    statements: tuple[Statement, ...]
    nouns: re.Pattern[str]
    verbs: re.Pattern[str]


@cache
def load(edition: str, units: tuple[str, ...] = ()) -> Phrases:
    """The phrases whose cells this edition of the form has; an unknown edition is taken for the newest.

    units: measure words for requests beside the usual ones.
    """
    return _Builder(data(), edition, units).phrases()


@cache
def data() -> Mapping[str, Any]:
    """``resources/checks/prose.toml`` as it stands."""
    return tomllib.loads((ROOT / "checks" / "prose.toml").read_text(encoding="utf-8"))


class _Builder:
    def __init__(self, data: Mapping[str, Any], edition: str, units: Sequence[str]) -> None:
        self._data = data
        self._units = [*map(re.escape, sorted(units, key=len, reverse=True)), *data["units"]["plain"]]
        forms = editions()
        form = forms.get(edition) or list(forms.values())[-1]
        self._cells = tuple(cell for table in form.tables.values() for cell in table.cells)
        self._words: dict[str, str] = {}
        for name, words in data["words"].items():
            self._words[name] = "(?:" + "|".join(map(self._expand, words)) + ")"

    def phrases(self) -> Phrases:
        weak, subjects = self._data["units"]["weak"], self._data["subjects"]
        words = {name: re.compile(words) for name, words in self._words.items()}
        words["lead"] = re.compile(self._words["lead"] + "*+")
        words["whole"] = re.compile(f"(?:{self._words['lead']}|{self._words['whole']})*+")
        about = ("whole", "about", "lead", "applicant", "noun", "challenge_tail", "filler")
        words["about"] = re.compile(f"(?:{'|'.join(self._words[name] for name in about)})*+")
        words["plain"] = re.compile(f"(?:{self._words['lead']}|{self._words['filler']})*+")
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
            {name: self._lexicon(entries) for name, entries in by_topic.items()},
            tuple(s for entry in self._data["claims"] for s in self._statements(entry)),
            self._named((entry["row"], entry["words"]) for entry in documents["nouns"]),
            self._named(
                (v["column"], v["words"]) for v in documents["verbs"] if self._has_column(v["column"])
            ),
        )

    def _expand(self, text: str) -> str:
        return _MACRO.sub(lambda match: self._words[match[1]], text)

    def _named(self, entries: Iterable[tuple[str, Sequence[str]]]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in entries))

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
