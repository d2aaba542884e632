"""The same measure said with two different numbers in two places (G18)."""

from collections.abc import Iterator

from core.catalogue import finding
from core.checks.prose.told import told
from core.checks.prose.wording import quoted
from core.findings import Finding, Place
from core.prose import Mention
from core.prose.phrases import Readings
from core.subject import Subject


def repeated(subject: Subject) -> Iterator[Finding]:
    """A finding for each number that contradicts an earlier one, where no table tells which is right."""
    is_told: dict[Readings, bool] = {}
    for other, mention in subject.narrative.contradictions:
        if mention.readings not in is_told:
            is_told[mention.readings] = bool(told(mention, subject))
        if not is_told[mention.readings]:
            yield _finding(other, mention, subject)


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
