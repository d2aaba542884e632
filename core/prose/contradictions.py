"""Numbers of a text that say of the same measure what an earlier one did not."""

from collections.abc import Iterable, Iterator

from core.prose.phrases import Readings
from core.prose.sentence import Mention

_Key = tuple[str, Readings, int]


def contradictions(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The first number that another one contradicts, and that other one; what contradicts counts for none.

    Of numbers that are alike two suffice, of different sentences: whoever contradicts a third contradicts
    one of them.
    """
    earlier: dict[str, list[Mention]] = {}
    sentences: dict[_Key, set[str]] = {}
    for mention in mentions:
        if mention.claim == "all" or mention.meaning == "handled":
            continue
        known = earlier.setdefault(mention.meaning, [])
        other = next((m for m in known if _contradicts(m, mention)), None)
        if other is not None:
            yield other, mention
            continue
        alike = sentences.setdefault((mention.meaning, mention.readings, mention.value), set())
        if len(alike) < 2 and mention.sentence not in alike:
            alike.add(mention.sentence)
            known.append(mention)


def _contradicts(one: Mention, other: Mention) -> bool:
    if one.value == other.value or one.sentence == other.sentence:
        return False
    if one.denies or other.denies:
        return bool(set(one.readings) & set(other.readings))
    return one.readings == other.readings
