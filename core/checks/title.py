"""E12: the report has a title, and it says whose report it is and of which year, in the usual words."""

import re
from collections.abc import Iterator, Sequence

from core.catalogue import finding
from core.findings import Finding, Fix, Place, Severity, replaced
from core.subject import Subject
from core.titles import Title, bare, read_title
from core.units import kind_of

_PARTS = 3
_REPORT = "年政府信息公开工作年度报告"
_ENDING = "报告"
_ANY_UNIT = "单位全称"
_REMARK = re.compile(r"\([^()\d]*\)$")
_TWICE = re.compile(r"年度.*年度|年年")
_SHORT = re.compile(r"年报$")
_YEAR = re.compile(r"(?:20\d\d|二[〇○零O]..)(?=年)")


def title(subject: Subject) -> Iterator[Finding]:
    """What the title lacks, or how it differs from the usual words."""
    narrative = subject.narrative
    lines, outline = narrative.lines, narrative.outline
    if not narrative.is_prose or len(outline.keys) < _PARTS:
        return
    text = _REMARK.sub("", bare("".join(lines[n][start:end] for n, start, end in outline.title)))
    said = read_title(text) or Title("", None)
    unit, year = said.unit or subject.unit or _ANY_UNIT, said.year or subject.year
    severity, why = _wrong(text, said)
    if why:
        wanted = _usual(unit, year)
        is_sure = unit != _ANY_UNIT and year is not None and len(outline.title) == 1
        yield finding(
            "E12",
            f"{why}，一般写作“{wanted}”",
            severity=severity,
            expected=wanted,
            found=text or None,
            places=outline.title,
            fixes=_fixes(lines, outline.title[0], wanted) if is_sure else (),
        )


def _wrong(text: str, said: Title) -> tuple[Severity, str]:
    """What is wrong with a title and how grave that is; an empty sentence if nothing is."""
    if not text:
        return "warning", "没有找到标题"
    if not said.unit and said.year is None and not text.endswith(_ENDING):
        return "advice", f"标题写作“{text}”"
    missing = [what for what, there in (("单位", said.unit), ("年份", said.year)) if not there]
    if missing:
        return "warning", f"标题没有写{'和'.join(missing)}"
    text = _YEAR.sub(str(said.year), text)
    if text == bare(_usual(said.unit, said.year)):
        return "advice", ""
    if full_name(said.unit) != said.unit:
        return "advice", f"标题里的单位没有写全称“{full_name(said.unit)}”"
    if _TWICE.search(text):
        return "advice", "标题里“年度”写了两次"
    if _SHORT.search(text):
        return "advice", "标题用了简称“年报”"
    return "advice", f"标题写作“{text}”"


def _usual(unit: str, year: int | None) -> str:
    """The title in the usual words, brackets of full width as in all Chinese text."""
    return f"{full_name(unit)}{year or '某'}{_REPORT}".replace("(", "（").replace(")", "）")


def full_name(unit: str) -> str:
    """A government's name with 人民政府, a subdistrict's with 办事处; other names as they are."""
    kind = kind_of(unit)
    if kind is not None and "政府" not in unit:
        if kind.body == "government":
            return unit + "人民政府"
        if kind.body == "subdistrict" and unit.endswith("街道"):
            return unit + "办事处"
    return unit


def _fixes(lines: Sequence[str], place: Place, wanted: str) -> tuple[Fix, ...]:
    return (Fix(f"改为“{wanted}”", (replaced(lines[place.paragraph], place, wanted),)),)
