"""Words that state a number without writing it: 未收到, 全部办结."""

import re
from collections.abc import Mapping

from core.prose.clauses import Clause
from core.prose.phrases import Phrases, Statement
from core.prose.sentence import Scope, Sentence, scope_of


def note_claims(text: str, clause: Clause, topic: str, state: Sentence, phrases: Phrases) -> None:
    """Add to ``state`` what the clause claims; nothing where its sentence asks for it or intends it."""
    words, begin = phrases.words, clause.start
    if not words["claim"].search(text, begin, clause.end) or words["plan"].search(text, state.start, begin):
        return
    said = text[begin : clause.end]
    for statement in phrases.statements:
        if statement.topic not in ("any", topic):
            continue
        match = statement.pattern.search(said)
        if match is None or (statement.unless is not None and statement.unless.search(text)):
            continue
        if statement.claim == "all" and not statement.overall and not _speaks_of_all(clause, state):
            continue
        start, end = match.span("mark")
        if not words["due_only" if statement.claim == "all" else "stop"].search(said, 0, start):
            if _leaves_some(text, clause, statement, state, phrases):
                continue
            scope = _scope(said, match.start(), end, words)
            state.claims.append((statement, begin + start, begin + end, scope))


def _leaves_some(text: str, clause: Clause, said: Statement, state: Sentence, phrases: Phrases) -> bool:
    """除…外没有、没有其他、没有新的: it speaks only of what comes on top of some."""
    words = phrases.words
    if words["except"].search(text, state.start, clause.end):
        return True
    return said.claim == "none" and words["besides"].search(text, clause.start, clause.end) is not None


def _scope(said: str, start: int, end: int, words: Mapping[str, re.Pattern[str]]) -> Scope:
    """Of how much and of whom words that deny speak: nothing around ``said[start:end]`` may limit them."""
    scope = scope_of(said[:start], words)
    if not scope.is_whole or words["about"].fullmatch(said, end) is None or words["limited"].search(said):
        return Scope(False)
    return scope


def _speaks_of_all(clause: Clause, state: Sentence) -> bool:
    """全部办结 speaks of all only outside 其中, and after a number only where that is all there was."""
    if state.within:
        return False
    if not clause.numbers:
        return True
    last = clause.numbers[-1]
    return any(d.number == last and d.phrase.part_of == frozenset() for d in state.drafts)
