"""The phrases of ``resources/checks/prose.toml`` as they are matched, for one edition of the form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Claim = Literal["number", "none", "all"]
Readings = tuple[tuple[str, ...], ...]


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

    words: the word lists by name. cells: all ids. scan: cuts a text (``clauses``). signs: one of them is in
    every text that states anything. lexicons: by topic, or by the kind of case spoken of. nouns, verbs: rows
    and columns of 表二 by group name. words and lexicons are made when they are first asked for.
    """

    words: Mapping[str, re.Pattern[str]]
    cells: frozenset[str]
    scan: re.Pattern[str]
    signs: tuple[re.Pattern[str], ...]
    lexicons: Mapping[str, Lexicon]
    statements: tuple[Statement, ...]
    nouns: re.Pattern[str]
    verbs: re.Pattern[str]
