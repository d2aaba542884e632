"""What one sentence was understood to say, and what of it is handed on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.prose.numbers import Number
from core.prose.passages import Passage
from core.prose.phrases import Claim, Phrase, Readings, Statement


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in prose, or words that state one, that speaks of cells of the tables.

    meaning: id from ``resources/checks/prose.toml``. readings: lists of cell ids; the sum of one of them is
    what the number states. value: 0 for words that deny (claim ``none``) and for 全部办结 (claim ``all``,
    meaning ``all_closed``: nothing is carried out). text: the number, or the telling words, as written.
    paragraph, start, end: where ``text`` stands, in the order of ``Document.paragraphs``. is_whole: nothing
    before it in its clause says that it may speak of a part only; body: whose they are, where it names one
    (县水务局未收到).
    """

    meaning: str
    readings: Readings
    value: int
    text: str
    sentence: str
    paragraph: int
    start: int
    end: int
    claim: Claim
    is_whole: bool = True
    body: str = ""

    @property
    def denies(self) -> bool:
        """Whether it says that there is none of what it speaks of."""
        return self.value == 0 and self.claim != "all"


class Scope(NamedTuple):
    """How much it speaks of, and of whom: see ``Mention``."""

    is_whole: bool = True
    body: str = ""


EVERYTHING = Scope()


@dataclass(slots=True, eq=False)
class Draft:
    """A number understood. parent: the total of which it is part; added: it comes on top of one."""

    phrase: Phrase
    number: Number
    parent: "Draft | None" = None
    added: bool = False
    scope: Scope = EVERYTHING


@dataclass(slots=True)
class Sentence:
    """What holds from one clause to the next, and what was found. start, end: where it stands in the text.

    total: the number that 其中 would speak of; within: after 其中 or 含, outer: the same outside the
    parentheses. subject: the kind of case that 结果维持 speaks of. row, column: last named of 表二.
    is_divided: it counts one body's requests apart from others'.
    """

    start: int
    end: int
    drafts: list[Draft] = field(default_factory=list)
    claims: list[tuple[Statement, int, int, Scope]] = field(default_factory=list)
    total: Draft | None = None
    within: bool = False
    outer: list[bool] = field(default_factory=list)
    other_time: bool = False
    subject: str = ""
    row: str = ""
    column: str = ""
    is_divided: bool = False


def scope_of(lead: str, words: Mapping[str, re.Pattern[str]]) -> Scope:
    """What the words before a denial in its clause say of its scope."""
    if words["whole"].fullmatch(lead) is None:
        return Scope(False)
    unnamed = words["unnamed"].match(lead)
    named = words["body"].match(lead, unnamed.end() if unnamed else 0)
    return Scope(True, named[0] if named else "")


def settle(sentence: Sentence, passage: Passage, drafts: Sequence[Draft]) -> Iterator[Mention]:
    """The sentence's mentions in order; ``drafts`` are those of the whole passage.

    Different numbers under one name are parts of something (市本级收到…，县区收到…): none is handed on.
    """
    values: dict[str, set[int]] = {}
    for draft in sentence.drafts:
        values.setdefault(draft.phrase.meaning, set()).add(draft.number.value)
    found: dict[tuple[int, int, str], tuple[Readings, int, Claim, Scope]] = {}
    for draft in sentence.drafts:
        phrase, number = draft.phrase, draft.number
        is_part = phrase.part_of is not None and sentence.is_divided
        if phrase.readings and len(values[phrase.meaning]) == 1 and not is_part:
            readings = _readings(draft, sentence.drafts, drafts)
            found[number.start, number.end, phrase.meaning] = readings, number.value, "number", draft.scope
    for statement, start, end, scope in sentence.claims:
        found[start, end, statement.meaning] = statement.readings, 0, statement.claim, scope
    if not found:
        return
    whole = passage.original(sentence.start, sentence.end)
    for (start, end, meaning), (readings, value, claim, scope) in sorted(found.items()):
        place = passage.place(start, end)
        if place is not None:
            written = passage.original(start, end)
            yield Mention(meaning, readings, value, written, whole, *place, claim, *scope)


def _readings(draft: Draft, sentence: Sequence[Draft], passage: Sequence[Draft]) -> Readings:
    for change in draft.phrase.changes:
        match change.how:
            case "any":
                said = any(d.phrase.meaning == change.other for d in passage)
            case "within":
                said = any(d.phrase.meaning == change.other and d.parent is draft for d in sentence)
            case "added":
                said = any(d.phrase.meaning == change.other and d.added for d in sentence)
        if said:
            return change.readings
    return draft.phrase.readings
