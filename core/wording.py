"""Findings as sentences, in the form's own words."""

from collections.abc import Iterable
from decimal import Decimal

from core.findings import Finding
from core.forms import CellPlace, Heading, TableForm, editions
from core.numerals import plain

_LABEL_LENGTH = 8

SEVERITIES = {"error": "必改", "warning": "疑点", "advice": "提示"}


def describe(finding: Finding, forms: Iterable[TableForm]) -> str:
    """The whole finding as one sentence. ``forms``: the editions of the tables it may speak of."""
    form = next((f for f in forms if f.id == finding.table), None)
    if finding.equation is not None and form is not None:
        return _EQUATIONS[finding.equation.form](finding, form)
    if form is not None and _is_of_one_cell(finding):
        return f"{cell_name(form, finding.cells[0])}{finding.detail}"
    return finding.detail


def official(finding: Finding, forms: Iterable[TableForm]) -> str:
    """As a notice to the unit says it: 「第三部分“（七）总计”自然人列：按各行之和应为 13，现为 12」."""
    form = next((f for f in forms if f.id == finding.table), None)
    if form is None or not finding.cells:
        return finding.detail
    place = form.cells[finding.cells[0]]
    where = f"{form.part}{place_name(place)}{'列' if place.row.label else ''}"
    if finding.equation is None:
        return f"{where}：{finding.detail}" if _is_of_one_cell(finding) else finding.detail
    if finding.equation.form == "balance":
        return (
            f"{form.part}“{place.column.label}”列：第一项加第二项之和为 {finding.expected}，"
            f"第三项（七）总计加第四项之和为 {finding.found}，两者应当相等"
        )
    parts = "各行" if finding.equation.form == "closed" else "各列" if place.row.label else "前四项"
    now = "现为空白" if finding.found is None else f"现为 {finding.found}"
    return f"{where}：按{parts}之和应为 {finding.expected}，{now}"


def _is_of_one_cell(finding: Finding) -> bool:
    return finding.area == "number" and len(finding.cells) == 1


def brief(finding: Finding, forms: Iterable[TableForm]) -> str:
    """A broken equation in one short line with both sides of the sum; other findings as ``describe``."""
    form = next((f for f in forms if f.id == finding.table), None)
    if finding.equation is None or form is None:
        return describe(finding, forms)
    place = form.cells[finding.cells[0]]
    row = _shortened(short_label(place.row)) if place.row.label else ""
    where, left, right = {
        "balance": (f"“{place.column.label}”列", "一＋二项", "(七)＋四项"),
        "closed": (f"“{place.column.label}”列", "各行之和", "(七)总计"),
        "sum": (f"“{row or group_of(place.section.columns, place.column)}”", "各项之和", "总计"),
    }[finding.equation.form]
    end = f"{right} {finding.found}，差 {_gap(finding)}" if finding.found is not None else f"{right}空白"
    return f"{where}：{left} {finding.expected}，{end}"


def _shortened(label: str) -> str:
    return label if len(label) <= _LABEL_LENGTH else label[: _LABEL_LENGTH - 1] + "…"


def cell_name(form: TableForm, cell: str) -> str:
    """「表三“（一）予以公开”自然人」: where a cell stands, in the form's words."""
    return f"{form.name}{place_name(form.cells[cell])}"


def place_name(place: CellPlace) -> str:
    """「“（一）予以公开”自然人」: row and column, or the group and the column where rows have no heading."""
    row = [short_label(place.row)] if place.row.label else []
    *above, last = [*row, *_path(place.section.columns, place.column)]
    return "".join(f"“{label}”" for label in above) + last


def row_name(place: CellPlace) -> str:
    return f"“{short_label(place.row)}”" if place.row.label else ""


def column_name(place: CellPlace) -> str:
    """The column's heading, with the group above it where the heading alone would not tell."""
    return "".join(f"“{label}”" for label in _path(place.section.columns, place.column) if label)


def short_label(heading: Heading) -> str:
    """The heading without the remark in brackets that follows it, fit to stand in quotation marks."""
    at = heading.label.find("（", 4)
    label = heading.label[:at] if at > 0 else heading.label
    return label.replace("“", "‘").replace("”", "’")


def _path(headings: tuple[Heading, ...], leaf: Heading) -> list[str]:
    """The leaf's heading, and above it the group that tells it from its namesakes."""
    names = [h.label for top in headings for h in top.leaves()]
    if names.count(leaf.label) == 1:
        return [leaf.label]
    return [group_of(headings, leaf), leaf.label]


def group_of(headings: tuple[Heading, ...], leaf: Heading) -> str:
    """The heading right above a leaf, empty if there is none."""
    for heading in headings:
        if leaf in heading.children:
            return heading.label
        found = group_of(heading.children, leaf)
        if found:
            return found
    return ""


def _balance(finding: Finding, form: TableForm) -> str:
    place = form.cells[finding.cells[0]]
    return (
        f"{form.name}“{place.column.label}”列：第一项＋第二项＝{finding.expected}，"
        f"第三项(七)总计＋第四项＝{finding.found}，{_difference(finding)}"
    )


def _closed(finding: Finding, form: TableForm) -> str:
    place = form.cells[finding.cells[0]]
    return (
        f"{form.name}“{place.column.label}”列：第三项（一）至（六）各行之和＝{finding.expected}，"
        f"(七)总计{_total(finding)}"
    )


def _sum(finding: Finding, form: TableForm) -> str:
    place = form.cells[finding.cells[0]]
    parts = [form.cells[cell].column.label for cell in finding.cells[1:]]
    where = (
        row_name(place) + "行" if place.row.label else f"“{group_of(place.section.columns, place.column)}”"
    )
    shown = "＋".join(parts) if len(parts) <= 4 else f"“{parts[0]}”至“{parts[-1]}”{len(parts)} 列之和"
    return f"{form.name}{where}：{shown}＝{finding.expected}，总计{_total(finding)}"


def _total(finding: Finding) -> str:
    if finding.found is None:
        return "是空白"
    return f"＝{finding.found}，{_difference(finding)}"


def _difference(finding: Finding) -> str:
    return f"相差 {_gap(finding)}"


def _gap(finding: Finding) -> str:
    return plain(abs(Decimal(finding.expected or 0) - Decimal(finding.found or 0)))


_EQUATIONS = {"balance": _balance, "closed": _closed, "sum": _sum}


def title_of(table: str, edition: str) -> str:
    """「表三 收到和处理政府信息公开申请情况」."""
    form = editions()[edition].tables[table]
    return f"{form.name} {form.heading.split('、', 1)[1]}"
