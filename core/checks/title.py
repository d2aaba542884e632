"""E12: the report has a title, and it says whose report it is and of which year, in the usual words."""

import re
from collections.abc import Iterator

from core.catalogue import finding
from core.findings import Finding, Fix, Place, replaced
from core.subject import Subject
from core.titles import Title, bare, read_title
from core.units import kind_of

_PARTS = 3
_REPORT = "年政府信息公开工作年度报告"
_REMARK = re.compile(r"\([^()]*\)$")
_TWICE = re.compile(r"年度.*年度|年年")
_SHORT = re.compile(r"年报$")
_YEAR = re.compile(r"(?:20\d\d|二[〇○零O]..)(?=年)")


def title(subject: Subject) -> Iterator[Finding]:
    """What the title lacks, or how it differs from the usual words."""
    narrative = subject.narrative
    lines, outline = narrative.lines, narrative.outline
    if not narrative.is_prose or len(outline.keys) < _PARTS:
        return
    if not outline.title:
        wanted = _usual(subject.unit or "单位全称", subject.year)
        yield finding("E12", f"没有找到标题，一般写作“{wanted}”", expected=wanted)
        return
    text = _REMARK.sub("", bare("".join(lines[n][start:end] for n, start, end in outline.title)))
    said = read_title(text)
    if said is None:
        wanted = _usual(subject.unit or "单位全称", subject.year)
        detail = f"标题写作“{text}”，一般写作“{wanted}”"
        yield finding("E12", detail, severity="advice", expected=wanted, found=text, places=outline.title)
        return
    missing = [what for what, there in (("单位", said.unit), ("年份", said.year)) if not there]
    if missing:
        wanted = _usual(said.unit or subject.unit or "单位全称", said.year or subject.year)
        detail = f"标题没有写{'和'.join(missing)}，一般写作“{wanted}”"
        yield finding("E12", detail, expected=wanted, found=text, places=outline.title)
    elif why := _differs(text, said):
        wanted = _usual(said.unit, said.year)
        yield finding(
            "E12",
            f"标题{why}，应为“{wanted}”" if why.startswith("里的单位") else f"标题{why}，一般写作“{wanted}”",
            severity="advice",
            expected=wanted,
            found=text,
            places=outline.title,
            fixes=_fixes(lines, outline.title, wanted),
        )


def _usual(unit: str, year: int | None) -> str:
    return f"{full_name(unit)}{year or '某'}{_REPORT}"


def full_name(unit: str) -> str:
    """A government's name with 人民政府, a subdistrict's with 办事处; other names as they are."""
    kind = kind_of(unit)
    if kind is not None and "政府" not in unit:
        if kind.body == "government":
            return unit + "人民政府"
        if kind.body == "subdistrict" and unit.endswith("街道"):
            return unit + "办事处"
    return unit


def _differs(text: str, said: Title) -> str:
    """Why a title is not written as usual; empty if it is."""
    text = _YEAR.sub(str(said.year), text)
    if text == _usual(said.unit, said.year):
        return ""
    if full_name(said.unit) != said.unit:
        return f"里的单位没有写全称“{full_name(said.unit)}”"
    if _TWICE.search(text):
        return "里“年度”写了两次"
    if _SHORT.search(text):
        return "用了简称“年报”"
    return f"写作“{text}”"


def _fixes(lines: tuple[str, ...], places: tuple[Place, ...], wanted: str) -> tuple[Fix, ...]:
    """Only for a title on one line: how a longer one is broken is the unit's own affair."""
    if len(places) > 1:
        return ()
    (place,) = places
    return (Fix(f"改为“{wanted}”", (replaced(lines[place.paragraph], place, wanted),)),)
