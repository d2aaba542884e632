"""Reads a passage clause by clause: what is being spoken of, of which year, and what each number states.

Rule: a number counts only where the words right beside it say what it is and nothing around it says that
it belongs to other business, another year, another body, a comparison or an intention.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.prose.clauses import Clause, clauses, sentences
from core.prose.numbers import Number
from core.prose.passages import Passage
from core.prose.phrases import Lexicon, Phrase, Phrases
from core.prose.sentence import Draft, Mention, Sentence, settle

_ANY_YEAR = re.compile(r"20[0-4]\d(?=年)")


def may_state(text: str, start: int, end: int, phrases: Phrases) -> bool:
    """Whether there may be a number or a denial in ``text[start:end]``: a quick look."""
    return any(sign.search(text, start, end) for sign in phrases.signs)


class _Near(NamedTuple):
    """A number with the text before and after it, up to the clause's ends or the next number."""

    number: Number
    before: str
    after: str
    last: bool


def read(passage: Passage, section: str, phrases: Phrases, year: int | None) -> Iterator[Mention]:
    """The mentions in one passage; ``section`` is what the heading above says it is about."""
    yield from _Reader(passage, section, phrases, year).mentions()


class _Match(NamedTuple):
    """What a number states; whether nothing before it says that it may speak of a part only."""

    phrase: Phrase
    is_whole: bool


class _Reader:
    def __init__(self, passage: Passage, section: str, phrases: Phrases, year: int | None) -> None:
        self._passage = passage
        self._text = passage.text
        self._topic = section
        self._phrases = phrases
        self._words = phrases.words
        self._year = year

    def mentions(self) -> Iterator[Mention]:
        states: list[Sentence] = []
        planned = self._words["future"].search(self._text)
        stop = planned.start() if planned else len(self._text)
        for start, end in sentences(self._text):
            if end > stop:
                break
            if self._topic or self._words["relevant"].search(self._text, start, end):
                states.append(self._sentence(start, end))
        drafts = [draft for state in states for draft in state.drafts]
        for state in states:
            yield from settle(state, self._passage, drafts)

    def _sentence(self, start: int, end: int) -> Sentence:
        state = Sentence(start, end)
        states = may_state(self._text, start, end, self._phrases)
        if not states and not self._words["turning"].search(self._text, start, end):
            return state
        for clause in clauses(self._text, start, end, self._phrases.scan):
            self._scope(clause, state)
            if self._turn(clause, state) and states:
                if clause.numbers:
                    self._numbers(clause, state)
                self._claims(clause, state)
        if state.other_time:
            self._topic = ""
        return state

    def _scope(self, clause: Clause, state: Sentence) -> None:
        """Where the parts of a total begin and end."""
        if clause.opened == "(":
            state.outer.append(state.within)
        elif clause.opened == ")" and state.outer:
            state.within = state.outer.pop()
        elif clause.opened == ";":
            state.within, state.row, state.column = False, "", ""
        if self._words["part"].search(self._text, clause.start, clause.end):
            state.within = True
        elif not state.within and self._words["others"].search(self._text, clause.start, clause.end):
            state.is_divided = True

    def _turn(self, clause: Clause, state: Sentence) -> bool:
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

    def _tell_time(self, clause: Clause, state: Sentence) -> None:
        start, end = clause.start, clause.end
        years = [int(y) for y in self._words["year"].findall(self._text, start, end)]
        if years and self._year is not None:
            state.other_time = any(year != self._year for year in years)
        elif self._words["this_time"].search(self._text, start, end):
            state.other_time = False
        if self._words["other_time"].search(self._text, start, end):
            state.other_time = True

    def _numbers(self, clause: Clause, state: Sentence) -> None:
        begin = clause.start
        for index, number in enumerate(clause.numbers):
            last = index + 1 == len(clause.numbers)
            end = clause.end if last else clause.numbers[index + 1].start
            near = _Near(number, self._text[begin : number.start], self._text[number.after : end], last)
            begin = number.after
            if self._words["compare"].search(self._text, clause.start, number.start):
                continue
            match = self._match(near, state)
            phrase = match.phrase if match else self._document(near, state)
            if phrase is not None:
                self._note(phrase, near, state, match.is_whole if match else True)

    def _note(self, phrase: Phrase, near: _Near, state: Sentence, is_whole: bool) -> None:
        added = self._words["added"].search(near.before) is not None
        draft = Draft(phrase, near.number, state.total if state.within else None, added, is_whole)
        state.drafts.append(draft)
        if phrase.part_of is not None and not state.within:
            state.total = draft
        if phrase.subject:
            state.subject = phrase.subject

    def _match(self, near: _Near, state: Sentence) -> _Match | None:
        topic = state.subject if self._topic == "challenges" and state.subject else self._topic
        lexicon = self._phrases.lexicons[topic or "any"]
        match = self._before(lexicon, near) or self._after(lexicon, near)
        if match is None:
            return None
        phrase = _named(lexicon, match)
        if not self._fits(phrase, match[0], near, state):
            return None
        lead = near.before[: match.start()] if match.re is lexicon.before else near.before
        return _Match(phrase, near.number.value > 0 or self._is_whole(lead, near.number.start, state))

    def _is_whole(self, lead: str, at: int, state: Sentence) -> bool:
        """Whether neither the words before it nor an intention in its sentence limit a denial."""
        planned = self._words["plan"].search(self._text, state.start, at)
        return planned is None and self._words["whole"].fullmatch(lead) is not None

    def _before(self, lexicon: Lexicon, near: _Near) -> re.Match[str] | None:
        """The words that end right before the number, if what leads up to them and follows it allows."""
        match = lexicon.before.search(near.before)
        if match is None or not self._words["follow"].match(near.after):
            return None
        lead = near.before[: match.start()]
        if self._words["lead"].fullmatch(lead):
            return match
        loose = _named(lexicon, match).loose and not self._words["stop"].search(lead)
        return match if loose and self._is_own(near, match.start()) else None

    def _after(self, lexicon: Lexicon, near: _Near) -> re.Match[str] | None:
        """The words behind the number, where it is the clause's last and nothing else is said of it."""
        match = lexicon.after.search(near.after) if near.last else None
        lead = self._words["lead"]
        if (
            match is None
            or not lead.fullmatch(near.before)
            or not lead.fullmatch(near.after[: match.start()])
        ):
            return None
        return match

    def _is_own(self, near: _Near, start: int) -> bool:
        """Whether the words beside the number name information disclosure themselves."""
        if self._topic == "challenges":
            return self._words["disclosure"].search(near.before) is not None
        return self._words["anchor"].search(near.before[start:] + near.after) is not None

    def _fits(self, phrase: Phrase, said: str, near: _Near, state: Sentence) -> bool:
        if phrase.without is not None and phrase.without.search(near.before):
            return False
        if phrase.not_after is not None and phrase.not_after.search(
            self._text, state.start, near.number.start
        ):
            return False
        if near.number.weak and not self._words["disclosure"].search(near.before + near.after):
            return False
        if state.within and phrase.part_of is not None:
            total = state.total.phrase.meaning if state.total else ""
            if total not in phrase.part_of:
                return False
        years = {int(year) for year in _ANY_YEAR.findall(said)}
        return not years or (self._year is not None and years == {self._year + phrase.year})

    def _document(self, near: _Near, state: Sentence) -> Phrase | None:
        """规章 and 规范性文件 of 表二: verb and noun may each stand once for several numbers."""
        nouns, verbs = self._phrases.nouns, self._phrases.verbs
        verb, noun = verbs.search(near.before), nouns.search(near.before)
        behind = None if noun else nouns.fullmatch(near.after)
        if not behind and not self._words["follow"].match(near.after):
            return None
        rest = nouns.sub("", verbs.sub("", near.before, count=1), count=1)
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

    def _claims(self, clause: Clause, state: Sentence) -> None:
        words, begin = self._words, clause.start
        if not words["claim"].search(self._text, begin, clause.end) or self._is_planned(clause, state):
            return
        text = self._text[begin : clause.end]
        for statement in self._phrases.statements:
            if statement.topic not in ("any", self._topic):
                continue
            match = statement.pattern.search(text)
            if match is None or (statement.unless is not None and statement.unless.search(self._text)):
                continue
            if statement.claim == "all" and not statement.overall and not _speaks_of_all(clause, state):
                continue
            start, end = match.span("mark")
            partial = words["due_only" if statement.claim == "all" else "stop"]
            if not partial.search(text, 0, start):
                is_whole = words["whole"].fullmatch(text, 0, match.start()) and words["about"].fullmatch(
                    text, end
                )
                state.claims.append((statement, begin + start, begin + end, is_whole is not None))

    def _is_planned(self, clause: Clause, state: Sentence) -> bool:
        """Whether the sentence up to here speaks of what is asked for or intended."""
        return self._words["plan"].search(self._text, state.start, clause.start) is not None


def _named(lexicon: Lexicon, match: re.Match[str]) -> Phrase:
    return lexicon.phrases[str(match.lastgroup)]


def _speaks_of_all(clause: Clause, state: Sentence) -> bool:
    """全部办结 speaks of all only outside 其中, and after a number only where that is all there was."""
    if state.within:
        return False
    if not clause.numbers:
        return True
    last = clause.numbers[-1]
    return any(d.number == last and d.phrase.part_of == frozenset() for d in state.drafts)
