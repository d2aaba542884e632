"""The return notice (退改意见单): what a unit has to correct in its report, as a Word document to sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from docx.document import Document as WordDocument
from docx.shared import Pt

from core.errors import SaveError
from core.export.advice import Advice, Entry
from core.export.contents import CheckReport
from core.export.word_page import WordStyle, add, blank, data

_TITLE = "政府信息公开工作年度报告退改意见单"
_NOTHING = "“{}”没有发现要退改的问题，没有写退改意见单。"
_UNKNOWN_UNIT = "＿＿＿＿＿＿＿＿"
_OPENING = (
    "你单位报送的{year}政府信息公开工作年度报告（文件名：{file}）收悉。经核对，有下列 {count} 个问题，"
    "请逐项核实、修改，于＿＿＿＿年＿＿月＿＿日前重新报送。"
)
_PARTS = (
    ("error", "必须改正的问题"),
    ("warning", "需要核实的问题"),
    ("advice", "建议规范的写法"),
)
_NUMERALS = "一二三"
_SIGNED = (
    "核对人（签字）：＿＿＿＿＿＿＿＿",
    "审核人（签字）：＿＿＿＿＿＿＿＿",
    "联系电话：＿＿＿＿＿＿＿＿",
)
_SEALED = ("（单位盖章）", "＿＿＿＿年＿＿月＿＿日")
_LINE = 28


@dataclass(frozen=True, slots=True)
class _Item:
    """One numbered problem: findings that belong together, and how they may be mended."""

    entries: tuple[Entry, ...]
    advice: Advice | None


def notice(report: CheckReport, when: datetime) -> bytes:
    """The notice on a report; deadline, signature and date are left blank. ``when``: date of the file.

    Raises SaveError if nothing was found that the unit would have to look at.
    """
    items = list(_items(report))
    if not items:
        raise SaveError(_NOTHING.format(report.file))
    document = blank(_TITLE, when)
    add(document, "title", _TITLE)
    addressee = add(document, "addressee", f"{report.unit or _UNKNOWN_UNIT}：")
    addressee.paragraph_format.space_before = Pt(_LINE)
    year = f" {report.year} 年" if report.year else ""
    add(document, "body", _OPENING.format(year=year, file=report.file, count=len(items)))
    number = 0
    parts = [(name, [i for i in items if i.entries[0].severity == severity]) for severity, name in _PARTS]
    for numeral, (name, own) in zip(_NUMERALS, (part for part in parts if part[1]), strict=False):
        add(document, "heading", f"{numeral}、{name}")
        for item in own:
            number += 1
            for line in _lines(number, item):
                add(document, "body", line)
    _sign(document)
    return data(document)


def _sign(document: WordDocument) -> None:
    """Room for signatures, seal and date, all on one page."""
    blocks: tuple[tuple[WordStyle, tuple[str, ...]], ...] = (("addressee", _SIGNED), ("closing", _SEALED))
    for style, lines in blocks:
        for line in lines:
            layout = add(document, style, line).paragraph_format
            layout.keep_with_next = True
            layout.space_before = Pt(_LINE if line == lines[0] else 0)


def _items(report: CheckReport) -> Iterator[_Item]:
    """Findings by the problem they belong to, in the order of the first of each."""
    of_entry = {number: advice for advice in report.advice for number in advice.numbers}
    for entry in report.entries:
        advice = of_entry.get(entry.number)
        if advice is None:
            yield _Item((entry,), None)
        elif entry.number == advice.numbers[0]:
            yield _Item(tuple(e for e in report.entries if e.number in advice.numbers), advice)


def _lines(number: int, item: _Item) -> Iterator[str]:
    yield f"{number}. {'；'.join(entry.official for entry in item.entries)}。"
    advice = item.advice
    if advice is not None and len(advice.ways) == 1:
        yield f"{advice.lead}：{advice.ways[0].rstrip('。')}。"
    elif advice is not None:
        ways = "".join(f"（{n}）{way.rstrip('。')}；" for n, way in enumerate(advice.ways, 1))
        yield f"{advice.lead}：{ways[:-1]}。"
