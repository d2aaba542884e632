"""The check report as a PDF with searchable text, made without the window's library."""

from collections.abc import Iterable
from datetime import datetime

from core.export.advice import Advice, Entry
from core.export.contents import LEGEND, TITLE, CheckReport
from core.export.difference import Change
from core.export.pdf_fonts import BROKEN_FONT, chinese_fonts
from core.export.pdf_page import GREY, RED, SIDE, WIDTH, Page
from core.export.pdf_table import draw, height
from core.wording import SEVERITIES

_GREEN = (29, 92, 46)
_NUMBER, _HEADING = 8.0, 24.0
_BOX = 15.0


def check_pdf(report: CheckReport, when: datetime) -> bytes:
    """The whole report. ``when``: date of the file. Raises SaveError where no Chinese font is installed."""
    for font in chinese_fonts():
        try:
            page = Page(TITLE, font, when)
        except BROKEN_FONT:
            continue
        _draw(page, report)
        try:
            return bytes(page.output())
        except BROKEN_FONT:  # it is taken apart only now
            continue
    raise AssertionError  # the fonts end with a SaveError


def _draw(page: Page, report: CheckReport) -> None:
    page.paragraph(TITLE, 18, align="C")
    page.ln(3)
    for label, value in report.facts:
        page.paragraph(value, indent=20, mark=label)
    _verdict(page, report)
    _entries(page, report.entries)
    _advice(page, report.advice)
    _confirmed(page, report.confirmed)
    _changes(page, report.changes)
    if report.sheets:
        page.keep(_HEADING + height(page, report.sheets[0]))
        page.heading("表格现状")
        page.paragraph(LEGEND, 8.5, GREY)
    for sheet in report.sheets:
        draw(page, sheet)
    for note in report.notes:
        page.ln(2)
        page.paragraph(note, 8.5, GREY)


def _verdict(page: Page, report: CheckReport) -> None:
    """The state in a frame: a sign, words, and a colour."""
    colour = _GREEN if report.good else RED
    page.ln(4)
    top, number = page.get_y(), page.page_no()
    page.ln(2)
    sign = "√" if report.good else "×"
    page.paragraph(f"{sign} {report.verdict}", 13, colour, indent=5)
    page.paragraph(report.detail, indent=5)
    page.ln(2)
    if page.page_no() == number:
        page.set_draw_color(*colour)
        page.set_line_width(0.5)
        page.rect(SIDE, top, WIDTH, page.get_y() - top)
    page.ln(2)


def _entries(page: Page, entries: tuple[Entry, ...]) -> None:
    for severity, name in SEVERITIES.items():
        own = [entry for entry in entries if entry.severity == severity]
        if own:
            page.heading(f"{name}（{len(own)} 处）")
        for entry in own:
            page.paragraph(entry.message, indent=_NUMBER, mark=f"{entry.number}.")
            for quote in entry.quotes:
                page.paragraph(quote, 9, GREY, indent=_NUMBER)
            if entry.basis:
                page.paragraph(f"依据：{entry.basis}", 9, GREY, indent=_NUMBER)
            page.ln(1.5)


def _advice(page: Page, advice: tuple[Advice, ...]) -> None:
    if advice:
        page.heading("改正建议")
    for each in advice:
        page.keep(_BOX)
        page.paragraph(each.title)
        for way in each.ways:
            page.paragraph(way, indent=_NUMBER, mark="  ·")
        page.ln(1.5)


def _confirmed(page: Page, confirmed: tuple[tuple[str, str], ...]) -> None:
    if confirmed:
        page.heading(f"已核实无误（{len(confirmed)} 处）")
    for message, reason in confirmed:
        page.paragraph(message, indent=_NUMBER, mark="  ·")
        page.paragraph(f"说明：{reason}", 9, GREY, indent=_NUMBER)


def _changes(page: Page, changes: Iterable[Change]) -> None:
    found = list(changes)
    if found:
        page.heading(f"本次更正（{len(found)} 处）")
    for number, change in enumerate(found, 1):
        where = " ".join(part for part in (change.table, change.row, change.column) if part)
        page.paragraph(f"{where}：{change.old} → {change.new}", indent=_NUMBER, mark=f"{number}.")
        if change.why:
            page.paragraph(f"理由：{change.why}", 9, GREY, indent=_NUMBER)
