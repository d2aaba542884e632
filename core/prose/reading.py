"""Reads a passage clause by clause: what is being spoken of, of which year, and what each number states.

Rule: a number counts only where the words right beside it say what it is and nothing around it says that
it belongs to other business, another year, another body, a comparison or an intention.
"""

from collections.abc import Iterator

from core.prose.clauses import Clause, clauses, sentences
from core.prose.denials import note_claims
from core.prose.passages import Passage
from core.prose.phrases import Phrases
from core.prose.sentence import Mention, Sentence, settle
from core.prose.stated import Numbers


def may_state(text: str, start: int, end: int, phrases: Phrases) -> bool:
    """Whether there may be a number or a denial in ``text[start:end]``: a quick look."""
    return any(sign.search(text, start, end) for sign in phrases.signs)


def read(passage: Passage, section: str, phrases: Phrases, year: int | None) -> Iterator[Mention]:
    """The mentions in one passage; ``section`` is what the heading above says it is about."""
    yield from _Reader(passage, section, phrases, year).mentions()


class _Reader:
    def __init__(self, passage: Passage, section: str, phrases: Phrases, year: int | None) -> None:
        self._passage = passage
        self._text = passage.text
        self._topic = section
        self._phrases = phrases
        self._words = phrases.words
        self._year = year
        self._numbers = Numbers(self._text, phrases, year)

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
                    self._numbers.note(clause, self._topic, state)
                note_claims(self._text, clause, self._topic, state, self._phrases)
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
