"""Reads a passage clause by clause: what is being spoken of, of which year, and what each number states.

Rule: a number counts only where the words right beside it say what it is and nothing around it says that
it belongs to other business, another year, another body, a comparison or an intention.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.prose.clauses import Clause, sentences
from core.prose.numbers import Number
from core.prose.passages import Passage
from core.prose.phrases import Claim, Lexicon, Phrase, Phrases, Readings, Statement

_YEAR = re.compile(
    r"(?<!结转)(?<!结转[至到])(?<!转[至到入])(?<!顺延[至到])(?<!延至)(20[0-4]\d)年(?!度?的?(?:未办结)?(?:申请)?(?:结转|转[入接]))"
)
_ANY_YEAR = re.compile(r"20[0-4]\d(?=年)")
_PART = re.compile(r"其中|含|包括|包含")
_ADDED = re.compile(r"另|叠加|加上|还有")
_HEADING = 40


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in prose, or words that state one, that speaks of cells of the tables.

    meaning: id from ``resources/checks/prose.toml``. readings: lists of cell ids; the sum of one of them is
    what the number states. value: 0 for words that deny (claim ``none``) and for 全部办结 (claim ``all``,
    meaning ``all_closed``: nothing is carried out). text: the number, or the telling words, as written.
    paragraph, start, end: where ``text`` stands, in the order of ``Document.paragraphs``.
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


@dataclass(slots=True)
class _Draft:
    """A number understood; ``parent`` is the total of which it is part, ``added`` that it comes on top."""

    phrase: Phrase
    number: Number
    parent: "_Draft | None" = None
    added: bool = False


@dataclass(slots=True)
class _Sentence:
    """What holds from one clause of a sentence to the next."""

    clauses: list[Clause]
    drafts: list[_Draft] = field(default_factory=list)
    claims: list[tuple[Statement, int, int]] = field(default_factory=list)
    total: _Draft | None = None
    within: bool = False
    outer: list[bool] = field(default_factory=list)
    other_time: bool = False
    subject: str = ""
    row: str = ""
    column: str = ""


def section_topic(passage: Passage, section: str, phrases: Phrases) -> str:
    """What the section is about from this passage on: ``requests``, ``challenges`` or nothing known."""
    heading = re.split("[。:]", passage.text, maxsplit=1)[0]
    if not passage.numbered and (len(passage.text) > _HEADING or _ends_sentence(passage.text)):
        return section
    if not passage.numbered and not phrases.words["anchor"].search(heading):
        return section
    if len(heading) > _HEADING or phrases.words["leave"].search(heading):
        return ""
    if phrases.words["challenge"].search(heading):
        return "challenges"
    return "requests" if phrases.words["anchor"].search(heading) else ""


def _ends_sentence(text: str) -> bool:
    return text.endswith(("。", ";", "!", ","))


def read(passage: Passage, section: str, phrases: Phrases, year: int | None) -> Iterator[Mention]:
    """The mentions in one passage; ``section`` is what the heading above says it is about."""
    if phrases.words["relevant"].search(passage.text):
        yield from _Reader(passage, section, phrases, year).mentions()


class _Reader:
    def __init__(self, passage: Passage, section: str, phrases: Phrases, year: int | None) -> None:
        self._passage = passage
        self._text = passage.text
        self._topic = section
        self._phrases = phrases
        self._words = phrases.words
        self._year = year

    def mentions(self) -> Iterator[Mention]:
        states: list[_Sentence] = []
        for clauses in sentences(self._text, self._phrases.scan):
            state = _Sentence(clauses)
            states.append(state)
            for clause in clauses:
                self._scope(clause, state)
                if self._turn(clause, state):
                    self._numbers(clause, state)
                    self._claims(clause, state)
            if state.other_time:
                self._topic = ""
        drafts = [draft for state in states for draft in state.drafts]
        for state in states:
            yield from self._settled(state, drafts)

    def _scope(self, clause: Clause, state: _Sentence) -> None:
        """Where the parts of a total begin and end."""
        if clause.opened == "(":
            state.outer.append(state.within)
        elif clause.opened == ")" and state.outer:
            state.within = state.outer.pop()
        elif clause.opened == ";":
            state.within, state.row, state.column = False, "", ""
        if _PART.search(self._text, clause.start, clause.end):
            state.within = True

    def _turn(self, clause: Clause, state: _Sentence) -> bool:
        """Follow what is spoken of; whether the clause speaks of this report's own figures."""
        start, end = clause.start, clause.end
        words = self._words
        if words["leave"].search(self._text, start, end):
            self._topic = state.subject = ""
            return False
        if words["challenge"].search(self._text, start, end):
            if self._topic or words["disclosure"].search(self._text, start, end):
                self._topic = "challenges"
        elif words["anchor"].search(self._text, start, end):
            self._topic = "requests"
        if not words["compare"].search(self._text, start, end):
            self._tell_time(clause, state)
        return not state.other_time and not words["plan"].search(self._text, start, end)

    def _tell_time(self, clause: Clause, state: _Sentence) -> None:
        start, end = clause.start, clause.end
        years = [int(y) for y in _YEAR.findall(self._text, start, end)]
        if years and self._year is not None:
            state.other_time = any(year != self._year for year in years)
        elif self._words["this_time"].search(self._text, start, end):
            state.other_time = False
        if self._words["other_time"].search(self._text, start, end):
            state.other_time = True

    def _numbers(self, clause: Clause, state: _Sentence) -> None:
        begin = clause.start
        for index, number in enumerate(clause.numbers):
            last = index + 1 == len(clause.numbers)
            end = clause.end if last else clause.numbers[index + 1].start
            before, after = self._text[begin : number.start], self._text[number.after : end]
            begin = number.after
            if self._words["compare"].search(self._text, clause.start, number.start):
                continue
            phrase = self._phrase(number, before, after, last, state) or self._document(before, after, state)
            if phrase is not None:
                self._note(phrase, number, before, state)

    def _note(self, phrase: Phrase, number: Number, before: str, state: _Sentence) -> None:
        draft = _Draft(phrase, number, state.total if state.within else None, bool(_ADDED.search(before)))
        state.drafts.append(draft)
        if phrase.part_of is not None and not state.within:
            state.total = draft
        if phrase.subject:
            state.subject = phrase.subject

    def _phrase(
        self, number: Number, before: str, after: str, last: bool, state: _Sentence
    ) -> Phrase | None:
        topic = state.subject if self._topic == "challenges" and state.subject else self._topic
        lexicon = self._phrases.lexicons[topic or "any"]
        match = lexicon.before.search(before)
        if match is not None and self._words["follow"].match(after):
            lead, rest = before[: match.start()], before[match.start() :] + after
            phrase = _named(lexicon, match)
            plain = self._words["lead"].fullmatch(lead) is not None
            if plain or (phrase.loose and self._is_own(before, rest) and not self._words["stop"].search(lead)):
                return phrase if self._fits(phrase, number, before, match[0], before + after, state) else None
        match = lexicon.after.search(after) if last else None
        if match is None or not self._words["lead"].fullmatch(before):
            return None
        if not self._words["lead"].fullmatch(after[: match.start()]):
            return None
        phrase = _named(lexicon, match)
        return phrase if self._fits(phrase, number, before, match[0], before + after, state) else None

    def _is_own(self, before: str, rest: str) -> bool:
        """Whether words beside the number name information disclosure themselves."""
        if self._topic == "challenges":
            return self._words["disclosure"].search(before) is not None
        return self._words["anchor"].search(rest) is not None

    def _fits(
        self, phrase: Phrase, number: Number, before: str, said: str, around: str, state: _Sentence
    ) -> bool:
        if phrase.without is not None and phrase.without.search(before):
            return False
        if number.weak and not self._words["disclosure"].search(around):
            return False
        if state.within and phrase.part_of is not None:
            total = state.total.phrase.meaning if state.total else ""
            if total not in phrase.part_of:
                return False
        years = {int(year) for year in _ANY_YEAR.findall(said)}
        return not years or (self._year is not None and years == {self._year + phrase.year})

    def _document(self, before: str, after: str, state: _Sentence) -> Phrase | None:
        """规章 and 规范性文件 of 表二: verb and noun may each stand once for several numbers."""
        nouns, verbs = self._phrases.nouns, self._phrases.verbs
        verb, noun = verbs.search(before), nouns.search(before)
        behind = None if noun else nouns.fullmatch(after)
        if not behind and not self._words["follow"].match(after):
            return None
        rest = nouns.sub("", verbs.sub("", before, count=1), count=1)
        if not (verb or noun or behind) or not self._words["plain"].fullmatch(rest):
            return None
        named = noun or behind
        row = str(named.lastgroup) if named else state.row
        column = str(verb.lastgroup) if verb else state.column
        repeated = (row == state.row and verb is None) or (column == state.column and named is None)
        cell = f"disclosure.{row}.{column}"
        if repeated or cell not in self._phrases.cells:
            return None
        state.row, state.column = row, column
        return Phrase(f"{row}.{column}", ((cell,),))

    def _claims(self, clause: Clause, state: _Sentence) -> None:
        text = self._text[clause.start : clause.end]
        for statement in self._phrases.statements:
            if statement.topic != self._topic or (state.within and statement.claim == "all"):
                continue
            match = statement.pattern.search(text)
            if match is None or (statement.unless is not None and statement.unless.search(self._text)):
                continue
            if statement.claim == "all" and not _speaks_of_all(clause, state):
                continue
            start, end = (clause.start + at for at in match.span("mark"))
            state.claims.append((statement, start, end))

    def _settled(self, state: _Sentence, passage: list[_Draft]) -> Iterator[Mention]:
        """The sentence's mentions in order; numbers that contradict each other under one name are dropped."""
        values: dict[str, set[int]] = {}
        for draft in state.drafts:
            values.setdefault(draft.phrase.meaning, set()).add(draft.number.value)
        found: dict[tuple[int, int, str], tuple[str, Readings, int, Claim]] = {}
        for draft in state.drafts:
            phrase, number = draft.phrase, draft.number
            if phrase.readings and len(values[phrase.meaning]) == 1:
                readings = _readings(draft, state.drafts, passage)
                found[number.start, number.end, phrase.meaning] = (
                    phrase.meaning, readings, number.value, "number",
                )  # fmt: skip
        for statement, start, end in state.claims:
            found[start, end, statement.meaning] = (
                statement.meaning, statement.readings, 0, statement.claim,
            )  # fmt: skip
        if not found:
            return
        sentence = self._passage.original(state.clauses[0].start, state.clauses[-1].end)
        for (start, end, _), (meaning, readings, value, claim) in sorted(found.items()):
            place = self._passage.place(start, end)
            if place is not None:
                written = self._passage.original(start, end)
                yield Mention(meaning, readings, value, written, sentence, *place, claim)


def _named(lexicon: Lexicon, match: re.Match[str]) -> Phrase:
    return lexicon.phrases[str(match.lastgroup)]


def _speaks_of_all(clause: Clause, state: _Sentence) -> bool:
    """全部办结 after a number speaks of all only where that number is all there was."""
    if not clause.numbers:
        return True
    last = clause.numbers[-1]
    return any(d.number == last and d.phrase.part_of == frozenset() for d in state.drafts)


def _readings(draft: _Draft, sentence: list[_Draft], passage: list[_Draft]) -> Readings:
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
