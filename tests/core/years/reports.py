"""Reports in miniature, right as they are; each test changes what it is about. The units do not exist."""

from collections.abc import Iterable

from core.findings import Finding
from core.narrative import Narrative
from core.profile import NATIONAL, Profile
from core.subject import Subject
from core.titles import year_and_unit

UNIT = "云岭市青禾区农业农村局"


def lines(
    unit: str = UNIT,
    *,
    year: int = 2023,
    title: str | None = None,
    preamble: str | None = None,
    told: str = "本机关围绕重点工作公开信息，回应关切，做好解读。",
    problems: str = "一是公开形式不够丰富，二是业务培训不够经常。将加强学习，丰富形式。",
    other: str = "本机关未发出收费通知，未收取信息处理费。",
    signed_by: str | None = None,
    signed_on: str | None = None,
) -> tuple[str, ...]:
    """A report's paragraphs; an empty text leaves out what it is for."""
    opening = (
        f"根据《中华人民共和国政府信息公开条例》，现公布{unit}{year}年政府信息公开工作年度报告。"
        f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
        f"如有疑问，请与{unit}办公室联系（地址：青禾路1号，电话：0900-1234567）。"
    )
    texts = (
        f"{unit}{year}年政府信息公开工作年度报告" if title is None else title,
        opening if preamble is None else preamble,
        "一、总体情况",
        *told.splitlines(),
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        problems,
        "六、其他需要报告的事项",
        other,
        unit if signed_by is None else signed_by,
        f"{year + 1}年1月20日" if signed_on is None else signed_on,
    )
    return tuple(filter(None, texts))


def subject(
    texts: Iterable[str], name: str = "报告.docx", format_: str = "docx", profile: Profile = NATIONAL
) -> Subject:
    texts = tuple(texts)
    year, unit = year_and_unit(texts, name)
    return Subject(
        name=name,
        format=format_,
        year=year,
        unit=unit,
        edition="2021",
        narrative=Narrative(texts, year=year),
        forms={},
        readings={},
        cells={},
        profile=profile,
    )


def ids(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def told(found: Finding, texts: tuple[str, ...]) -> list[str]:
    """The words that a finding points at."""
    return [texts[place.paragraph][place.start : place.end] for place in found.places]


def mended(found: Finding, texts: tuple[str, ...], which: int = 0) -> tuple[str, ...]:
    """The paragraphs after a fix."""
    new = {f"paragraph.{n}": text for n, text in enumerate(texts)}
    new.update(found.fixes[which].texts)
    return tuple(new.values())
