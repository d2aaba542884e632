"""Words that state a number without writing it: 未收到, 全部办结."""

from core.prose.clauses import Clause
from core.prose.phrases import Phrases
from core.prose.sentence import Sentence


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
            before, behind = (
                words["whole"].fullmatch(said, 0, match.start()),
                words["about"].fullmatch(said, end),
            )
            is_whole = before is not None and behind is not None
            state.claims.append((statement, begin + start, begin + end, is_whole))


def _speaks_of_all(clause: Clause, state: Sentence) -> bool:
    """全部办结 speaks of all only outside 其中, and after a number only where that is all there was."""
    if state.within:
        return False
    if not clause.numbers:
        return True
    last = clause.numbers[-1]
    return any(d.number == last and d.phrase.part_of == frozenset() for d in state.drafts)
