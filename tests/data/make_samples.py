"""Writes the sample reports in ``resources/samples``: units that do not exist, sentences of our own.

Run ``python -m tests.data.make_samples`` after changing it; the files it writes are committed.
"""

from collections.abc import Mapping
from pathlib import Path

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter

from core.forms import TABLES, editions
from core.layout import drawing
from core.resources import ROOT
from tests.layouts import HEADINGS, pipes_padded

SAMPLES = ROOT / "samples"
COLUMNS = ("natural", "business", "research", "ngo", "legal", "other")

WORD_UNIT = "云岭市青禾区农业农村局"
EXCEL_UNIT = "云岭市白石镇人民政府"
TEXT_UNIT = "云岭市青禾区"

# Requests by row: 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他.
WORD_REQUESTS = {
    "new": (118, 9, 0, 1, 4, 0),
    "carried_in": (6, 1, 0, 0, 0, 0),
    "granted": (61, 5, 0, 1, 3, 0),
    "partial": (9, 1, 0, 0, 0, 0),
    "refused.law": (2, 0, 0, 0, 0, 0),
    "refused.third_party": (3, 0, 0, 0, 0, 0),
    "refused.process": (1, 0, 0, 0, 0, 0),
    "refused.inquiry": (4, 0, 0, 0, 1, 0),
    "unable.not_held": (27, 3, 0, 0, 0, 0),
    "unable.not_existing": (2, 0, 0, 0, 0, 0),
    "declined.petition": (5, 0, 0, 0, 0, 0),
    "declined.duplicate": (1, 0, 0, 0, 0, 0),
    "other.misc": (2, 0, 0, 0, 0, 0),
    "carried_out": (7, 1, 0, 0, 0, 0),
}
EXCEL_REQUESTS = {
    "new": (14, 2, 0, 0, 0, 0),
    "carried_in": (1, 0, 0, 0, 0, 0),
    "granted": (8, 1, 0, 0, 0, 0),
    "partial": (2, 0, 0, 0, 0, 0),
    "unable.not_held": (3, 1, 0, 0, 0, 0),
    "declined.petition": (1, 0, 0, 0, 0, 0),
    "carried_out": (1, 0, 0, 0, 0, 0),
}
WORD_SLIPS = {
    "requests.unable.not_held.natural": "72",
    "requests.carried_in.total": "6",
    "challenges.direct_suit.total": "8",
}

PROSE = (
    ("一、总体情况", None),
    (None, "{year}年，{unit}认真贯彻《中华人民共和国政府信息公开条例》，把公开透明作为工作的基本要求。"),
    (None, "（一）主动公开。全年通过门户网站公开信息 286 条，其中政策文件 17 件、解读 9 篇。"),
    (None, "（二）依申请公开。{requests}"),
    (None, "（三）政府信息管理。严格落实发布审核制度，对现行文件逐件清理。"),
    (None, "（四）政府信息公开平台建设。完成网站栏目调整，新增惠民政策专栏 1 个。"),
    (None, "（五）监督保障。组织业务培训 2 次，将政务公开纳入年度考核，开展社会评议，未发生责任追究情形。"),
)
CLOSING = (
    "五、存在的主要问题及改进情况",
    "存在的问题：一是解读形式比较单一，二是部分栏目更新不够及时。下一步将丰富解读方式，按月检查栏目更新情况。",
    "六、其他需要报告的事项",
    "本年度发出收费通知 0 件，总金额 0 元，实际收取信息处理费 0 元。",
)


def full(requests: Mapping[str, tuple[int, ...]], others: Mapping[str, int | str]) -> dict[str, str]:
    """All cells of a report, totals included, from the rows that are not zero."""
    form = editions()["2021"]
    cells = {cell: "0" for table in TABLES for cell in form.tables[table].cells}
    rows = [row.id for row in form.tables["requests"].sections[0].row_leaves]
    results = [row for row in requests if row not in ("new", "carried_in", "carried_out")]
    table = dict.fromkeys(rows, (0,) * 6) | dict(requests)
    table["closed"] = tuple(sum(table[row][n] for row in results) for n in range(6))
    for row, values in table.items():
        for column, value in zip((*COLUMNS, "total"), (*values, sum(values)), strict=True):
            cells[f"requests.{row}.{column}"] = str(value)
    cells |= {cell: str(value) for cell, value in others.items()}
    for group in ("reconsideration", "direct_suit", "later_suit"):
        parts = [int(cells[f"challenges.{group}.{p}"]) for p in ("upheld", "corrected", "other", "pending")]
        cells[f"challenges.{group}.total"] = str(sum(parts))
    return cells


WORD_CELLS = full(
    WORD_REQUESTS,
    {
        "disclosure.normative.issued": 3,
        "disclosure.normative.repealed": 1,
        "disclosure.normative.in_force": 21,
        "disclosure.licensing.decisions": 1406,
        "disclosure.penalties.decisions": 83,
        "disclosure.coercion.decisions": 5,
        "disclosure.fees.amount": "12.6",
        "challenges.reconsideration.upheld": 4,
        "challenges.reconsideration.other": 2,
        "challenges.direct_suit.upheld": 5,
        "challenges.direct_suit.pending": 1,
        "challenges.later_suit.upheld": 1,
    },
)
EXCEL_CELLS = full(
    EXCEL_REQUESTS, {"disclosure.licensing.decisions": 37, "disclosure.penalties.decisions": 4}
)


def main() -> None:
    SAMPLES.mkdir(exist_ok=True)
    word(SAMPLES / f"{WORD_UNIT}2023年报（有错）.docx")
    excel(SAMPLES / f"{EXCEL_UNIT}2023年报.xlsx")
    text(SAMPLES / f"{TEXT_UNIT}2023年报.txt")


def _title(unit: str) -> str:
    return f"{unit}2023年政府信息公开工作年度报告"


def _signature(unit: str) -> list[str]:
    return [unit, "2024年1月19日"]


def _sentences(unit: str, requests: str) -> list[str]:
    return [
        (heading or (line or "").format(year=2023, unit=unit, requests=requests)) for heading, line in PROSE
    ]


def word(path: Path) -> None:
    numbers = WORD_CELLS | WORD_SLIPS
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "仿宋_GB2312", Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    title = document.add_paragraph(_title(WORD_UNIT))
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].font.size, title.runs[0].bold = Pt(20), True
    received = "全年收到政府信息公开申请 132 件，上年结转 7 件，办结 131 件，结转下年度 8 件。"
    for line in _sentences(WORD_UNIT, received):
        document.add_paragraph(line)
    for table in TABLES:
        document.add_paragraph(HEADINGS[table])
        _word_table(document, table, numbers)
    for line in (*CLOSING, *_signature(WORD_UNIT)):
        document.add_paragraph(line)
    document.save(path)


def _word_table(document: Document, table: str, numbers: Mapping[str, str]) -> None:
    plan = drawing("2021", table)
    grid = document.add_table(plan.rows, plan.columns, style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    for box in plan.boxes:
        cell = grid.cell(box.row, box.column)
        if box.row_span * box.column_span > 1:
            cell = cell.merge(grid.cell(box.row + box.row_span - 1, box.column + box.column_span - 1))
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(numbers[box.cell] if box.cell else box.text)
        run.font.size = Pt(9)
        if box.role != "row":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def excel(path: Path) -> None:
    book = Workbook()
    book.remove(book.active)
    side = Side(style="thin")
    for table in TABLES:
        form = editions()["2021"].tables[table]
        sheet = book.create_sheet(form.name)
        sheet["A1"] = f"{_title(EXCEL_UNIT)}　{form.heading}"
        plan = drawing("2021", table)
        places = {box.cell: (box.row + 3, box.column + 1) for box in plan.boxes if box.cell}
        for box in plan.boxes:
            row, column = box.row + 3, box.column + 1
            cell = sheet.cell(row, column, _excel_value(box.cell, box.text, places))
            cell.alignment = Alignment("left" if box.role == "row" else "center", "center", wrap_text=True)
            cell.border = Border(side, side, side, side)
            if box.row_span * box.column_span > 1:
                sheet.merge_cells(
                    start_row=row,
                    start_column=column,
                    end_row=row + box.row_span - 1,
                    end_column=column + box.column_span - 1,
                )
    book.save(path)


def _excel_value(cell: str, label: str, places: Mapping[str, tuple[int, int]]) -> str | int | float:
    """Row totals of 表三 are formulas, as people make them; everything else is a number."""
    if not cell:
        return label
    if cell.startswith("requests.") and cell.endswith(".total"):
        row, column = places[cell]
        return f"=SUM({get_column_letter(column - 6)}{row}:{get_column_letter(column - 1)}{row})"
    value = EXCEL_CELLS[cell]
    return float(value) if "." in value else int(value)


def text(path: Path) -> None:
    received = "全年收到政府信息公开申请 132 件，上年结转 7 件，办结 131 件，结转下年度 8 件。"
    lines = [_title(f"{TEXT_UNIT}人民政府"), *_sentences(TEXT_UNIT, received)]
    for table in TABLES:
        lines += [HEADINGS[table], pipes_padded("2021", table, WORD_CELLS)]
    path.write_bytes(
        "\r\n".join([*lines, *CLOSING, *_signature(f"{TEXT_UNIT}人民政府"), ""])
        .replace("\r\n", "\n")
        .replace("\n", "\r\n")
        .encode("gb18030")
    )


if __name__ == "__main__":
    main()
