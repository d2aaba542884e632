"""Growth over the year before, reckoned from last year's report (G19)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from core.catalogue import finding
from core.checks.prose.wording import quoted
from core.findings import Finding, Place
from core.numerals import Number
from core.prose import Mention
from core.subject import Subject

_MEANINGS = ("new", "received", "handled", "closed")
_CHANGE = re.compile(
    r"[件例宗份次起条项个桩]+(?:申请)?[,，(（]?"
    r"(?:(?:较|比|与|同)(?:上一?年度?|去年|(?P<year>20\d\d)\s*年度?)(?:同期)?(?:相比)?|同比)[,，]?(?:有所|略有)?"
    r"(?P<way>增长|增加|上升|提高|增幅(?:为|达)?|多|下降|减少|降低|回落|降幅(?:为|达)?|少|持平)了?"
    r"(?:(?P<by>\d{1,6}(?:\.\d{1,2})?)\s*(?P<unit>[%％件例宗份次起条项个]))?"
)
_DOWN = re.compile("[降减少落]")


def growth(subject: Subject) -> Iterator[Finding]:
    """Changes against last year that are said in the text and that last year's report does not bear out."""
    if subject.last_year is None:
        return
    for mention in subject.narrative.mentions:
        if mention.meaning in _MEANINGS and mention.claim == "number":
            match = _CHANGE.match(subject.narrative.lines[mention.paragraph], mention.end)
            if match is not None and (match["by"] or match["way"] == "持平"):
                yield from _judged(mention, match, subject)


def _judged(mention: Mention, match: re.Match[str], subject: Subject) -> Iterator[Finding]:
    year = subject.year
    if match["year"] and (year is None or int(match["year"]) != year - 1):
        return
    before = [value for reading in mention.readings if (value := _last(reading, subject)) is not None]
    if len(before) < len(mention.readings) or any(_fits(match, mention.value, last) for last in before):
        return
    place = Place(mention.paragraph, *match.span("by" if match["by"] else "way"))
    if match["unit"] in ("%", "％"):
        place = place._replace(end=match.end("unit"))
    line = subject.narrative.lines[mention.paragraph]
    true = _true(match, mention.value, before[0])
    yield finding(
        "G19",
        f"正文写“{quoted(line, place)}”，按上年报告的 {before[0]} 件计算是{true}，请核对",
        expected=true,
        found=line[place.start : place.end],
        places=(place,),
    )


def _last(reading: tuple[str, ...], subject: Subject) -> Number | None:
    assert subject.last_year is not None
    values = [subject.last_year.values.get(cell) for cell in reading]
    return sum(v for v in values if v is not None) if None not in values else None


def _fits(match: re.Match[str], now: int, last: Number) -> bool:
    if match["way"] == "持平":
        return now == last
    change = (last - now) if _DOWN.search(match["way"]) else (now - last)
    by = Decimal(match["by"])
    if match["unit"] not in ("%", "％"):
        return change == by
    if not last:
        return True
    exponent = by.as_tuple().exponent
    half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
    return abs(Decimal(change * 100) / Decimal(last) - by) <= half


def _true(match: re.Match[str], now: int, last: Number) -> str:
    """What the change really is, in the way it was said."""
    way = "增加" if now >= last else "减少"
    if match["unit"] in ("%", "％") and last:
        return f"{way} {abs(Decimal((now - last) * 100) / Decimal(last)):.1f}%"
    return f"{way} {abs(now - last)} 件"
