"""Draws statutory tables as the layouts that circulate do, from known numbers. Units do not exist."""

from core.forms import TABLES, editions
from core.layout import Box, Drawing, drawing

Numbers = dict[str, str]


def balanced(edition: str = "2021", scale: int = 1) -> Numbers:
    """A full report's cells that raise no doubt, with a number in most rows and columns."""
    form = editions()[edition]
    cells: Numbers = {}
    for table in TABLES:
        cells |= dict.fromkeys(form.tables[table].cells, "0")
    table = form.tables["requests"]
    columns = [c.id for c in table.sections[0].column_leaves if c.id != "total"]
    results = [r.id for r in table.sections[0].row_leaves if r.id not in _NOT_RESULTS]
    for n, row in enumerate(results):
        for m, column in enumerate(columns):
            cells[f"requests.{row}.{column}"] = str((n * 7 + m * 3) % 11 * scale if (n + m) % 2 else 0)
    for m, column in enumerate(columns):
        closed = sum(int(cells[f"requests.{row}.{column}"]) for row in results)
        cells[f"requests.closed.{column}"] = str(closed)
        cells[f"requests.carried_in.{column}"] = str(m % 3)
        cells[f"requests.carried_out.{column}"] = str(m)
        cells[f"requests.new.{column}"] = str(closed + m - m % 3)
    for row in [r.id for r in table.sections[0].row_leaves]:
        cells[f"requests.{row}.total"] = str(sum(int(cells[f"requests.{row}.{c}"]) for c in columns))
    for n, group in enumerate(("reconsideration", "direct_suit", "later_suit")):
        parts = [3 + n, 1, 2 * n, 4]
        for name, value in zip(("upheld", "corrected", "other", "pending"), parts, strict=True):
            cells[f"challenges.{group}.{name}"] = str(value)
        cells[f"challenges.{group}.total"] = str(sum(parts))
    for n, cell in enumerate(form.tables["disclosure"].cells):
        cells[cell] = "0" if ".regulations." in cell else str(n * 13 % 29)
    if edition == "2019":
        cells["disclosure.normative.in_total"] = "36"
    return cells


_NOT_RESULTS = ("new", "carried_in", "closed", "carried_out")

HEADINGS = {
    "disclosure": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "challenges": "四、政府信息公开行政复议、行政诉讼情况",
}
TITLE = "云岭市青禾区农业农村局{year}年政府信息公开工作年度报告"
BEFORE = """一、总体情况
（一）主动公开情况。全年通过网站公开信息 312 条。
（二）依申请公开情况。按时办理各类申请。
（三）政府信息管理情况。信息发布前逐条审核。
（四）平台建设情况。网站增设惠农政策专栏。
（五）监督保障情况。明确专人负责，纳入年度考核。
"""
FEES = "本年度发出收费通知2件，总金额400元，实际收取0元。"
AFTER = f"""五、存在的主要问题及改进情况
公开深度不够、培训不足；下一步拓展公开内容，每季度组织培训一次。
六、其他需要报告的事项
{FEES}
云岭市青禾区农业农村局
{{signed}}年1月20日
"""
LEAVINGS = "云ICP备12345678号 扫一扫在手机上查看当前页面\n"
"""What a web page leaves behind a report."""
YEARS = {"2019": 2020, "2021": 2023}
"""A year that goes with each edition of the form."""


def rows(edition: str, table: str) -> list[list[Box]]:
    """The drawing's boxes by the row they begin in, left to right."""
    plan = drawing(edition, table)
    found: list[list[Box]] = [[] for _ in range(plan.rows)]
    for box in sorted(plan.boxes, key=lambda b: b.column):
        found[box.row].append(box)
    return found


def written(box: Box, numbers: Numbers) -> str:
    return numbers[box.cell] if box.cell else box.text


def _full(plan: Drawing, numbers: Numbers) -> list[list[str]]:
    """Every grid position; a merged cell's text at its upper left, blanks elsewhere."""
    grid = [[""] * plan.columns for _ in range(plan.rows)]
    for box in plan.boxes:
        grid[box.row][box.column] = written(box, numbers)
    return grid


def pipes_padded(edition: str, table: str, numbers: Numbers) -> str:
    """Cells that begin in the row, then one pipe for each column that is missing."""
    width = drawing(edition, table).columns
    lines = []
    for boxes in rows(edition, table):
        line = " | ".join(written(b, numbers) for b in boxes)
        lines.append(line + (" | " + "|" * (width - len(boxes)) if len(boxes) < width else ""))
    return "\n".join(lines)


def pipes_closed(edition: str, table: str, numbers: Numbers) -> str:
    """Cells that begin in the row, each closed by one pipe."""
    return "\n".join(
        "".join(f"{written(b, numbers)} | " for b in boxes).rstrip() for boxes in rows(edition, table)
    )


def cell_with_pipe(edition: str, table: str, numbers: Numbers) -> str:
    """A cell per line, closed by a pipe; the missing columns' pipes on a line of their own."""
    width = drawing(edition, table).columns
    lines = []
    for boxes in rows(edition, table):
        cells = [f"{written(b, numbers)} |" for b in boxes]
        if len(boxes) < width:
            cells.append("|" * (width - len(boxes)))
        else:
            cells[-1] = cells[-1].removesuffix(" |")
        lines += cells
    return "\n".join(lines)


def pipe_between(edition: str, table: str, numbers: Numbers) -> str:
    """A cell per line, a pipe on a line of its own behind each."""
    return "\n".join(f"{written(b, numbers)}\n|" for boxes in rows(edition, table) for b in boxes)


def cell_per_line(edition: str, table: str, numbers: Numbers) -> str:
    """A cell per line with blank lines and leading spaces: no separators at all."""
    return "\n\n".join("    " + written(b, numbers) for boxes in rows(edition, table) for b in boxes)


def tabs_from_excel(edition: str, table: str, numbers: Numbers) -> str:
    """Pasted from a spreadsheet: every grid position, merged ones blank."""
    return "\n".join("\t".join(row) for row in _full(drawing(edition, table), numbers))


def tabs_from_word(edition: str, table: str, numbers: Numbers) -> str:
    """Pasted from Word: merged columns once, rows merged downwards blank."""
    plan = drawing(edition, table)
    lines = []
    for number in range(plan.rows):
        boxes = [b for b in plan.boxes if b.row <= number < b.row + b.row_span]
        line = [written(b, numbers) if b.row == number else "" for b in sorted(boxes, key=lambda b: b.column)]
        lines.append("\t".join(line))
    return "\n".join(lines)


def markdown(edition: str, table: str, numbers: Numbers) -> str:
    grid = _full(drawing(edition, table), numbers)
    lines = ["| " + " | ".join(row) + " |" for row in grid]
    return "\n".join([lines[0], "|" + " --- |" * len(grid[0]), *lines[1:]])


def aligned(edition: str, table: str, numbers: Numbers) -> str:
    """Columns aligned with blanks, as text taken from a PDF keeps its layout."""
    return "\n\n".join("      ".join(written(b, numbers) for b in boxes) for boxes in rows(edition, table))


LAYOUTS = {
    f.__name__: f
    for f in (
        pipes_padded,
        pipes_closed,
        cell_with_pipe,
        pipe_between,
        cell_per_line,
        tabs_from_excel,
        tabs_from_word,
        markdown,
        aligned,
    )
}
KEEPS_BLANKS = frozenset(LAYOUTS) - {"cell_per_line", "aligned"}


def report(layout: str, numbers: Numbers, edition: str = "2021", year: int | None = None) -> str:
    """A whole report as text, its tables in the layout named."""
    tables = "".join(f"{HEADINGS[t]}\n{LAYOUTS[layout](edition, t, numbers)}\n" for t in TABLES)
    year = year or YEARS[edition]
    return f"{TITLE.format(year=year)}\n{BEFORE}{tables}{AFTER.format(signed=year + 1)}"
