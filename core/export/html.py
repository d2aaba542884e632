"""The check report as one web page that refers to nothing outside itself and prints on A4."""

from collections.abc import Iterable, Iterator
from html import escape

from core.export.advice import Advice, Entry
from core.export.contents import LEGEND, TITLE, CheckReport, Sheet
from core.export.difference import Change
from core.export.sizes import printable, shares
from core.layout import Box
from core.resources import ROOT
from core.wording import SEVERITIES


def check_page(report: CheckReport) -> bytes:
    """The whole report, in UTF-8."""
    return page(TITLE, _body(report))


def page(title: str, body: Iterable[str], style: str = "page") -> bytes:
    """A web page with the style of all our pages, or another. ``body``: markup, already escaped."""
    sheet = (ROOT / "export" / f"{style}.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{text(title)}</title><style>\n{sheet}</style></head>\n<body>\n"
        f"<h1>{text(title)}</h1>\n{''.join(body)}</body></html>\n"
    ).encode()


def text(raw: str) -> str:
    """Text as markup."""
    return escape(printable(raw)).replace("\n", "<br>")


def facts(rows: Iterable[tuple[str, str]]) -> str:
    inner = "".join(f'<tr><th scope="row">{text(k)}</th><td>{text(v)}</td></tr>' for k, v in rows)
    return f'<table class="facts"><tbody>{inner}</tbody></table>\n'


def changes_table(changes: Iterable[Change]) -> str:
    """Every change in a row: where, from what to what, why."""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("表", "行", "列", "改前", "改后", "理由"))
    rows = "".join(
        f"<tr><td>{text(c.table)}</td><td>{text(c.row)}</td><td>{text(c.column)}</td>"
        f'<td class="old">{text(c.old)}</td><td class="new">{text(c.new)}</td><td>{text(c.why)}</td></tr>\n'
        for c in changes
    )
    return f'<table class="changes"><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>\n'


def _body(report: CheckReport) -> Iterator[str]:
    yield facts(report.facts)
    good = " good" if report.good else ""
    sign = "✔" if report.good else "✘"
    yield f'<div class="verdict{good}"><strong>{sign} {text(report.verdict)}</strong>'
    yield f"<p>{text(report.detail)}</p></div>\n"
    yield from _entries(report.entries)
    yield from _advice(report.advice)
    yield from _confirmed(report)
    if report.changes:
        yield f"<h2>本次更正</h2>\n{changes_table(report.changes)}"
    if report.sheets:
        yield f'<h2>表格现状</h2>\n<p class="aside">{LEGEND}</p>\n'
    yield from map(_sheet, report.sheets)
    if report.notes:
        yield f"<footer>{''.join(f'<p>{text(note)}</p>' for note in report.notes)}</footer>\n"


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    found = list(entries)
    for severity, name in SEVERITIES.items():
        own = [entry for entry in found if entry.severity == severity]
        if own:
            items = "\n".join(_entry(entry) for entry in own)
            yield f"<h2>{name}（{len(own)} 处）</h2>\n<ol>\n{items}\n</ol>\n"


def _entry(entry: Entry) -> str:
    asides = [*entry.quotes, *([f"依据：{entry.basis}"] if entry.basis else [])]
    inner = "".join(f'<p class="aside">{text(aside)}</p>' for aside in asides)
    return f'<li value="{entry.number}">{text(entry.message)}{inner}</li>'


def _advice(advice: tuple[Advice, ...]) -> Iterator[str]:
    if not advice:
        return
    yield "<h2>改正建议</h2>\n"
    for each in advice:
        ways = "".join(f"<li>{text(way)}</li>" for way in each.ways)
        yield f"<h3>{text(each.title)}</h3><ul>{ways}</ul>\n"


def _confirmed(report: CheckReport) -> Iterator[str]:
    if report.confirmed:
        items = "".join(
            f'<li>{text(message)}<p class="aside">{text(f"说明：{reason}")}</p></li>'
            for message, reason in report.confirmed
        )
        yield f"<h2>已核实无误（{len(report.confirmed)} 处）</h2>\n<ul>{items}</ul>\n"


def _sheet(sheet: Sheet) -> str:
    plan = sheet.plan
    columns = "".join(f'<col style="width:{share:.2%}">' for share in shares(plan))
    rows = ["".join(_box(sheet, box) for box in _starting(sheet, row)) for row in range(plan.rows)]
    head = "".join(f"<tr>{row}</tr>\n" for row in rows[: plan.frozen_rows])
    body = "".join(f"<tr>{row}</tr>\n" for row in rows[plan.frozen_rows :])
    return (
        f'<table class="form"><caption>{text(sheet.title)}</caption>'
        f"<colgroup>{columns}</colgroup>\n<thead>{head}</thead>\n<tbody>{body}</tbody></table>\n"
    )


def _starting(sheet: Sheet, row: int) -> list[Box]:
    return sorted((box for box in sheet.plan.boxes if box.row == row), key=lambda box: box.column)


def _box(sheet: Sheet, box: Box) -> str:
    spans = f' rowspan="{box.row_span}"' if box.row_span > 1 else ""
    spans += f' colspan="{box.column_span}"' if box.column_span > 1 else ""
    if not box.cell:
        scope = {"column": ' scope="col"', "row": ' scope="row"'}.get(box.role, "")
        return f'<th class="{box.role}"{scope}{spans}>{text(box.text)}</th>'
    mark = sheet.marks.get(box.cell)
    value = text(sheet.texts[box.cell])
    if mark is None:
        return f"<td{spans}>{value}</td>"
    kind = "suspect" if mark.suggested else "related"
    return f'<td class="{kind}"{spans}>{value}<small>{text(mark.note)}</small></td>'
