"""Whole reports in miniature, without tables, as the checks of group E see them. Units do not exist."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.checks.outline import outline
from core.findings import Finding
from core.subject import Narrative, Subject

RIGHT = Path(__file__).with_name("data") / "outlines" / "right.txt"


@dataclass(frozen=True)
class Report:
    """name: what is special about it."""

    name: str
    year: int
    unit: str
    lines: tuple[str, ...]


def right_reports() -> list[Report]:
    """Reports of which nothing is to be said, each in a style of its own."""
    found = []
    for block in RIGHT.read_text(encoding="utf-8").split("=== ")[1:]:
        head, *lines = block.splitlines()
        name, year, unit = (field.strip() for field in head.split("|"))
        found.append(Report(name, int(year), unit, tuple(line for line in lines if line)))
    return found


def subject(lines: Sequence[str], year: int | None = 2023, unit: str | None = None, **more) -> Subject:
    """A text without tables of that year and unit."""
    edition = "2019" if year is not None and year < 2021 else "2021"
    narrative = Narrative(tuple(lines), frozenset(), edition, year, tables=more.pop("tables", ()))
    about = {"format": "txt", "forms": {}, "edition": edition, **more}
    return Subject(name="年报.txt", year=year, unit=unit, narrative=narrative, readings={}, cells={}, **about)


def judged(about: Subject) -> list[Finding]:
    return list(outline(about))


def said(found: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in found]


TITLE = "云岭市某某局2023年政府信息公开工作年度报告"
HEADS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
ONE = (
    "（一）主动公开情况。公开各类信息52条。",
    "（二）依申请公开情况。收到申请2件，均已答复。",
    "（三）政府信息管理情况。发布前逐条审核。",
    "（四）平台建设情况。网站增设专栏。",
    "（五）监督保障情况。纳入年终考核，开展社会评议，没有责任追究的情形。",
)
FIVE = ("存在公开不够及时的问题。", "下一步将明确时限，加强督促，每季度通报。")
SIX = ("发出收费通知0件，总金额0元，实际收取0元。",)
END = ("云岭市某某局", "2024年1月12日")


def report(
    *,
    title: Sequence[str] = (TITLE,),
    intro: Sequence[str] = (),
    heads: Sequence[str | None] = HEADS,
    one: Sequence[str] = ONE,
    five: Sequence[str] = FIVE,
    six: Sequence[str] = SIX,
    end: Sequence[str] = END,
) -> list[str]:
    """A right report with some of it made otherwise; a heading that is None goes with its part."""
    bodies = (one, ("数据见下表。",), ("数据见下表。",), ("数据见下表。",), five, six)
    lines = [*title, *intro]
    for head, body in zip(heads, bodies, strict=True):
        lines += [] if head is None else [head, *body]
    return [*lines, *end]


def headed(**names: str | None) -> list[str | None]:
    """The six headings, some by another: ``headed(h5="五、存在的问题")``."""
    return [names.get(f"h{n}", head) for n, head in enumerate(HEADS, 1)]
