"""What a number states: told by the words right beside it."""

import re
from typing import NamedTuple

from core.prose.clauses import Clause
from core.prose.numbers import Number
from core.prose.phrases import Lexicon, Phrase, Phrases
from core.prose.sentence import EVERYTHING, Draft, Scope, Sentence, scope_of

_ANY_YEAR = re.compile(r"20[0-4]\d(?=年)")


class _Near(NamedTuple):
    """A number with the text before and after it, up to the clause's ends or the next number."""

    number: Number
    before: str
    after: str
    last: bool


class _Match(NamedTuple):
    """What a number states, and of how much."""

    phrase: Phrase
    scope: Scope


class Numbers:
    """The numbers of one passage's text, clause by clause; ``year``: that the report is about."""

    def __init__(self, text: str, phrases: Phrases, year: int | None) -> None:
        self._text = text
        self._phrases = phrases
        self._words = phrases.words
        self._year = year
        self._topic = ""

    def note(self, clause: Clause, topic: str, state: Sentence) -> None:
        """Add to ``state`` what each number of the clause states; ``topic``: what is spoken of."""
        self._topic = topic
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
                self._note(phrase, near, state, match.scope if match else EVERYTHING)

    def _note(self, phrase: Phrase, near: _Near, state: Sentence, scope: Scope) -> None:
        added = self._words["added"].search(near.before) is not None
        draft = Draft(phrase, near.number, state.total if state.within else None, added, scope)
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
        return _Match(
            phrase, EVERYTHING if near.number.value else self._scope(lead, near.number.start, state)
        )

    def _scope(self, lead: str, at: int, state: Sentence) -> Scope:
        """Of how much a denial speaks, by the words before it and any intention in its sentence."""
        planned = self._words["plan"].search(self._text, state.start, at)
        return Scope(False) if planned else scope_of(lead, self._words)

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


def _named(lexicon: Lexicon, match: re.Match[str]) -> Phrase:
    return lexicon.phrases[str(match.lastgroup)]
