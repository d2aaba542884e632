"""E07: what part six must say of the fee for handling requests (国办函〔2020〕109号)."""

import re
from collections.abc import Iterator

from core.catalogue import finding
from core.checks.outline.texts import body, everything, is_unwritten
from core.checks.outline.words import words
from core.findings import Finding, Place
from core.outline import Part, bare
from core.subject import Subject

_FORM = 2021
_SENTENCES = re.compile(r"[^。；;]+[。；;]?")


def fee(subject: Subject) -> Iterator[Finding]:
    """Whether part six states the fees, and all three figures of them, from the 2021 form on."""
    narrative = subject.narrative
    part = narrative.outline.part(6)
    year = subject.year or (_FORM if subject.edition == "2021" else 0)
    if part is None or year < _FORM or is_unwritten(narrative, part):
        return
    text = _told(body(narrative, part)) or _told(everything(narrative, part))
    if not text:
        yield _untold(subject, part)
        return
    lacking = _lacking(bare(text))
    if lacking:
        detail = f"第六部分的信息处理费情况没有写明{'、'.join(lacking)}；没有的写 0"
        yield finding("E07", detail, severity="advice", places=(_place(subject, part),))


def _told(text: str) -> str:
    """The sentences that speak of fees."""
    told = words().told_fee
    if not any(word in text for word in told):
        return ""
    return "".join(s for s in _SENTENCES.findall(text) if any(word in s for word in told))


def _untold(subject: Subject, part: Part) -> Finding:
    prose = subject.narrative.prose
    for word in words().fee_elsewhere:
        at = prose.text.find(word)
        if at >= 0:
            places = (prose.place(at, at + len(word)), part.heading)
            detail = (
                "信息处理费情况写在了别的部分，应在第六部分写明发出收费通知的件数和总金额、实际收取的总金额"
            )
            return finding("E07", detail, severity="warning", places=places)
    detail = (
        "第六部分没有写信息处理费情况：应写明发出收费通知的件数和总金额、实际收取的总金额，没有收取的也要写明"
    )
    return finding("E07", detail, places=(_place(subject, part),))


def _lacking(text: str) -> list[str]:
    """Which of the three figures are not stated; where no notice was sent there is no amount to state."""
    patterns = words().patterns
    if patterns["fee.no_notices"].search(text) and patterns["fee.received"].search(text):
        return []
    return [name for key, name in _FIGURES if not patterns[f"fee.{key}"].search(text)]


_FIGURES = (
    ("notices", "发出收费通知的件数"),
    ("amount", "收费通知的总金额"),
    ("received", "实际收取的总金额"),
)


def _place(subject: Subject, part: Part) -> Place:
    """The first line of part six that speaks of fees, else its first line, else its heading."""
    lines = subject.narrative.lines
    numbers = [n for n in range(part.first, part.last) if lines[n].strip()]
    spoken = next((n for n in numbers if _told(lines[n])), None)
    number = spoken if spoken is not None else next(iter(numbers), None)
    return part.heading if number is None else Place(number, 0, len(lines[number]))
