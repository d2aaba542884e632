"""Every number of the text that speaks of the tables, held against them (G01–G12, G17 of the catalogue)."""

from collections.abc import Iterator

from core.catalogue import finding
from core.checks.prose.mending import fixes
from core.checks.prose.told import Told, differing, told
from core.checks.prose.wording import quoted, said_of
from core.findings import Finding, Place, Severity
from core.numerals import plain
from core.prose import Mention, rule_of
from core.subject import Subject


def against_tables(subject: Subject) -> Iterator[Finding]:
    """A finding for each number that none of its readings bears out; none where the tables are silent."""
    mentions = subject.narrative.mentions
    for mention in mentions:
        if differing(mention, subject):
            found = told(mention, subject)
            if found and not _counts_new_ones_only(mention, subject):
                yield _finding(mention, found, subject)


def _finding(mention: Mention, found: tuple[Told, ...], subject: Subject) -> Finding:
    rule = rule_of(mention)
    place = Place(mention.paragraph, mention.start, mention.end)
    first = found[0]
    said = quoted(subject.narrative.lines[mention.paragraph], place)
    return finding(
        rule,
        f"正文写“{said}”，{said_of(found, subject)}，两处不一致",
        severity=_severity(rule, mention, subject),
        table=first.cells[0].split(".")[0],
        cells=tuple(dict.fromkeys(cell for each in found for cell in each.cells)),
        expected=plain(first.total),
        found=str(mention.value),
        places=(place,),
        fixes=fixes(mention, found, place, subject),
    )


_DENIALS = ("G06", "G09", "G10")


def _severity(rule: str, mention: Mention, subject: Subject) -> Severity | None:
    """The catalogue's; a denial that may speak of a part only is no more than suspicious."""
    if rule not in _DENIALS or (mention.denies and mention.sure and not _is_contradicted(mention, subject)):
        return None
    return "warning"


def _is_contradicted(mention: Mention, subject: Subject) -> bool:
    """Whether the text itself says elsewhere that there were some: then the denial speaks of less."""
    return any(
        not m.denies and m.claim == "number" and m.readings[0] == mention.readings[0]
        for m in subject.narrative.mentions
    )


def _counts_new_ones_only(mention: Mention, subject: Subject) -> bool:
    """收到12件，办结11件: closed of this year's new requests, where nothing is said of those carried in."""
    if mention.meaning != "closed":
        return False
    beside = [m for m in subject.narrative.mentions if m.sentence == mention.sentence]
    new, carried_in, carried_out = (subject.total(f"requests.{row}.total") for row in _ROWS)
    if new is None or carried_out is None or not carried_in or any(m.meaning == "carried_in" for m in beside):
        return False
    received = [m for m in beside if m.meaning in ("received", "new") and m.start < mention.start]
    return bool(received) and received[-1].value == new and mention.value == new - carried_out


_ROWS = ("new", "carried_in", "carried_out")
