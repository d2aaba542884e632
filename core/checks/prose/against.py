"""Every number of the text that speaks of the tables, held against them (G01–G12, G17 of the catalogue)."""

import re
from collections.abc import Iterator
from itertools import accumulate

from core.catalogue import finding
from core.checks.prose.kept import Group, kept
from core.checks.prose.mending import fixes
from core.checks.prose.told import Told, differing, is_told, told
from core.checks.prose.wording import quoted, said_of
from core.findings import Finding, Place, Severity
from core.numerals import plain
from core.prose import Mention
from core.subject import Subject
from core.units import kind_of, same_unit


def against_tables(subject: Subject) -> Iterator[Finding]:
    """A finding for each number that none of its readings bears out; none where the tables are silent.

    Words that deny several things at once (未发生行政复议、行政诉讼) are one finding.
    """
    return kept(subject, _judged)


def _judged(group: Group, subject: Subject) -> Iterator[Finding]:
    wrong: list[tuple[Mention, tuple[Told, ...]]] = []
    for mention in group.mentions:
        if differing(mention, subject):
            found = told(mention, subject)
            if found and not _is_explained(mention, found, subject) and not _is_of_another(mention, subject):
                wrong.append((mention, found))
        elif mention.meaning == "all_closed":
            yield from _not_all_closed(mention, subject)
    if wrong:
        yield _finding(group.rule, wrong, group.place, subject)


def _finding(
    rule: str, said: list[tuple[Mention, tuple[Told, ...]]], place: Place, subject: Subject
) -> Finding:
    mention, found = said[0]
    every = [each for _, told in said for each in told]
    return finding(
        rule,
        _contrast(place, "，".join(said_of(told, subject) for _, told in said), subject),
        severity=_severity(rule, mention, subject),
        table=every[0].cells[0].split(".")[0],
        cells=tuple(dict.fromkeys(cell for each in every for cell in each.cells)),
        expected=plain(every[0].total),
        found=str(mention.value),
        places=(place,),
        fixes=fixes(mention, found, place, subject) if len(said) == 1 else (),
    )


def _contrast(place: Place, said: str, subject: Subject) -> str:
    return f"正文写“{quoted(subject.narrative.lines[place.paragraph], place)}”，{said}，两处不一致"


def _not_all_closed(mention: Mention, subject: Subject) -> Iterator[Finding]:
    """全部办结 beside a table where nothing is carried out, yet less is closed than came in."""
    due, closed = Told(_DUE, subject.total(*_DUE) or 0), Told(_CLOSED, subject.total(*_CLOSED) or 0)
    cells = _DUE + _CLOSED
    if (
        subject.total(*cells) is None
        or closed.total == due.total
        or not all(is_told(c, subject) for c in cells)
    ):
        return
    place = Place(mention.paragraph, mention.start, mention.end)
    yield finding(
        "G07",
        _contrast(place, said_of((closed, due), subject), subject),
        table="requests",
        cells=cells,
        expected=plain(due.total),
        found=plain(closed.total),
        places=(place,),
    )


_DUE, _CLOSED = ("requests.new.total", "requests.carried_in.total"), ("requests.closed.total",)
_DENIALS = ("G06", "G09", "G10")


def _severity(rule: str, mention: Mention, subject: Subject) -> Severity | None:
    """The catalogue's; a denial that may speak of less than all is no more than suspicious."""
    if rule not in _DENIALS:
        return "advice" if _is_of_an_office(mention, subject) else None
    is_sure = mention.denies and mention.is_whole and (subject.unit is not None or not mention.body)
    if mention.meaning == "lost_suits" and _SETTLED.search(mention.sentence):
        is_sure = False
    is_sure = is_sure and not _is_narrowed(mention, subject)
    return None if is_sure and not _is_contradicted(mention, subject) else "warning"


def _is_narrowed(mention: Mention, subject: Subject) -> bool:
    """Whether the paragraph says that it speaks of less than the whole, or the sentence of a 街道 although
    the report is another body's.
    """
    if _ONLY.search(subject.narrative.lines[mention.paragraph]):
        return True
    own = kind_of(subject.unit)
    return "街道" in mention.sentence and (own is None or own.body != "subdistrict")


_ONLY = re.compile("[仅只](?:是?指|限于?)")


_SETTLED = re.compile("自行纠正|撤诉|撤回|确认违法|调解")
"""Ways in which a suit ends as 结果纠正 that need not be called lost."""


def _is_of_an_office(mention: Mention, subject: Subject) -> bool:
    """Whether a sentence of a government's report speaks of its own office, not of all its departments."""
    return _OFFICE.search(mention.sentence) is not None and "办" not in (subject.unit or "办")


_OFFICE = re.compile("政府办(?:公[室厅])?|本级")


def _is_of_another(mention: Mention, subject: Subject) -> bool:
    """Whether a denial names a body that is not the report's own (县水务局未收到, in the county's report)."""
    if not mention.denies or not mention.body or subject.unit is None:
        return False
    if _BARE.fullmatch(mention.body):
        kind, own = kind_of(mention.body), kind_of(subject.unit)
        is_town = mention.body[0] in "镇乡"
        return kind is None or own is None or kind.body != own.body or (is_town and not own.is_township)
    return not same_unit(mention.body, subject.unit)


_BARE = re.compile("学校|学院|大学|医院|公司|[省市县区]局|(?:街道)?办事处|[镇乡](?:人民)?政府")
"""学校, 医院, 市局: names that say only of what kind it is."""


def _is_contradicted(mention: Mention, subject: Subject) -> bool:
    """Whether the text itself says elsewhere that there were some: then the denial speaks of less."""
    return mention.readings[0] in subject.narrative.counted


def _is_explained(mention: Mention, found: tuple[Told, ...], subject: Subject) -> bool:
    """Whether the number may well be right although no row holds just this."""
    if mention.meaning == "withdrawn":
        return mention.value < found[0].total
    if mention.meaning in _TOTALS and _is_one_of_several(mention, found, subject):
        return True
    if mention.meaning in _GROUPS:
        return _leaves_out(mention, found, subject)
    return mention.meaning == "closed" and _counts_new_ones_only(mention, subject)


_TOTALS = ("new", "received", "handled")
_COUNT = re.compile(r"(\d+)[件宗份例次起]")


def _is_one_of_several(mention: Mention, found: tuple[Told, ...], subject: Subject) -> bool:
    """收到宅基地方面的申请3件、土地流转方面的2件: with the unnamed numbers behind it, it is the table's."""
    named = subject.narrative.named
    line = subject.narrative.lines[mention.paragraph]
    behind = re.split("[。；;]|其中", line[mention.end :], maxsplit=1)[0]
    rest = [
        int(match[1])
        for match in _COUNT.finditer(behind)
        if (mention.paragraph, mention.end + match.start()) not in named
    ]
    sums = set(accumulate(rest, initial=mention.value))
    return any(each.total in sums for each in found)


_GROUPS = ("refused", "unable", "declined", "other")


def _leaves_out(mention: Mention, found: tuple[Told, ...], subject: Subject) -> bool:
    """逾期未补正2件，其他处理5件: the group's number without the rows that are said beside it."""
    rows = [
        m.value
        for m in subject.narrative.beside(mention)
        if m.meaning.startswith(f"{mention.meaning}.")
        or (mention.meaning, m.meaning) == ("other", "withdrawn")
    ]
    return bool(rows) and any(mention.value + sum(rows) == each.total for each in found)


def _counts_new_ones_only(mention: Mention, subject: Subject) -> bool:
    """收到12件，办结11件: closed of this year's new requests, where nothing is said of those carried in."""
    beside = subject.narrative.beside(mention)
    new, carried_in, carried_out = (subject.total(f"requests.{row}.total") for row in _ROWS)
    if new is None or carried_out is None or not carried_in or any(m.meaning == "carried_in" for m in beside):
        return False
    received = [m for m in beside if m.meaning in ("received", "new") and m.start < mention.start]
    return bool(received) and received[-1].value == new and mention.value == new - carried_out


_ROWS = ("new", "carried_in", "carried_out")
