"""The same measure said with two different numbers in two places (G18)."""

from collections.abc import Iterator

from core.catalogue import finding
from core.checks.prose.told import told
from core.checks.prose.wording import quoted
from core.findings import Finding, Place
from core.prose import Mention
from core.subject import Subject


def repeated(subject: Subject) -> Iterator[Finding]:
    """A finding for each number that contradicts an earlier one, where no table tells which is right."""
    earlier: list[Mention] = []
    for mention in subject.narrative.mentions:
        if mention.claim == "all" or mention.meaning == "handled":
            continue
        other = next((m for m in earlier if _contradicts(m, mention)), None)
        if other is None:
            earlier.append(mention)
        elif not told(mention, subject):
            yield _finding(other, mention, subject)


def _contradicts(one: Mention, other: Mention) -> bool:
    if one.meaning != other.meaning or one.value == other.value or one.sentence == other.sentence:
        return False
    if one.denies or other.denies:
        return bool(set(one.readings) & set(other.readings))
    return one.readings == other.readings


def _finding(one: Mention, other: Mention, subject: Subject) -> Finding:
    places = [Place(m.paragraph, m.start, m.end) for m in (other, one)]
    later, first = (quoted(subject.narrative.lines[place.paragraph], place) for place in places)
    return finding(
        "G18",
        f"正文前面写“{first}”，后面写“{later}”，前后不一致",
        expected=str(one.value),
        found=str(other.value),
        places=tuple(places),
    )
