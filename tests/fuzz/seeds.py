"""Small files to start from: whole in kind, short in size, the same bytes in every run."""

from functools import cache

from core.layout import Drawing, drawing
from tests.data import xlsx_package as excel
from tests.fuzz.archive import Archive, Member
from tests.layouts import AFTER, BEFORE, HEADINGS, LAYOUTS, TITLE, YEARS, balanced

_SPACE = "http://schemas.openxmlformats.org"
_WORD = (
    f'<w:document xmlns:w="{_SPACE}/wordprocessingml/2006/main" xmlns:mc="{_SPACE}/markup-compatibility/2006"'
    f' xmlns:m="{_SPACE}/officeDocument/2006/math" xmlns:r="{_SPACE}/officeDocument/2006/relationships">'
    "<w:body>{}</w:body></w:document>"
)
_RELATIONS = (
    f'<Relationships xmlns="{_SPACE}/package/2006/relationships">'
    '<Relationship Id="r0" Target="word/document.xml" '
    f'Type="{_SPACE}/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_TYPES = f'<Types xmlns="{_SPACE}/package/2006/content-types"/>'
_SETTINGS = (
    f'<w:settings xmlns:w="{_SPACE}/wordprocessingml/2006/main">'
    '<w:documentProtection w:enforcement="0"/></w:settings>'
)
_BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框3</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_SPECIAL = (
    '<w:p><w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>'
    '<w:ins w:id="2"><w:r><w:t>全年收到申请</w:t></w:r></w:ins>'
    f"{_FIELD.format('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>{_FIELD.format('separate')}"
    f"<w:r><w:t>1</w:t></w:r>{_FIELD.format('end')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>"
    "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>予以公开</w:t></w:r><w:r><w:t>12</w:t></w:r>"
    "<w:r><w:t>件。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    f"<w:p><mc:AlternateContent><mc:Choice>{_BOX}</mc:Choice><mc:Fallback>{_BOX}</mc:Fallback>"
    "</mc:AlternateContent></w:p>"
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A package of these parts with no date in it."""
    members = []
    for name, content in parts.items():
        member = Member(name.encode(), b"", 0, 0, 0, 0)
        member.fill(content.encode() if isinstance(content, str) else content)
        members.append(member)
    return Archive(members).written()


@cache
def text() -> tuple[bytes, ...]:
    """Plain texts in each layout with one table, some in other encodings; one whole report."""
    found = [_text(layout, "challenges").encode() for layout in LAYOUTS]
    found += [_text(layout, "requests").encode() for layout in ("pipes_padded",)]
    found += [
        _text("markdown", "disclosure", "2019").encode("gb18030"),
        _text("aligned", "disclosure").encode("utf-16"),
    ]
    return tuple(found)


def _text(layout: str, table: str, edition: str = "2021") -> str:
    numbers = balanced(edition)
    title, before = TITLE.format(year=YEARS[edition]), BEFORE.splitlines()[0:2]
    lines = [title, *before, HEADINGS[table], LAYOUTS[layout](edition, table, numbers)]
    return "\n".join([*lines, AFTER.format(signed=YEARS[edition] + 1)])


@cache
def word() -> tuple[bytes, ...]:
    """Word documents: a small table alone, between prose, with every trick; two tables."""
    small, other = _word_table("2021", "challenges"), _word_table("2021", "disclosure")
    prose = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in BEFORE.splitlines()[:2])
    end = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in AFTER.format(signed=2024).splitlines()
    )
    title = f"<w:p><w:r><w:t>{TITLE.format(year=2023)}</w:t></w:r></w:p>"
    bodies = (
        small,
        title + prose + small + end,
        _SPECIAL + small,
        title + other + _SPECIAL,
        _SPECIAL,
        _nested(small),
    )
    return tuple(_word(body) for body in bodies)


def _word(body: str) -> bytes:
    parts: dict[str, str | bytes] = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS}
    return packed({**parts, "word/document.xml": _WORD.format(body), "word/settings.xml": _SETTINGS})


def _nested(table: str) -> str:
    return f"<w:tbl><w:tr><w:tc><w:p/>{table}<w:p/></w:tc></w:tr></w:tbl>"


def _word_table(edition: str, table: str) -> str:
    plan, numbers = drawing(edition, table), balanced(edition)
    rows = (_word_row(plan, row, numbers) for row in range(plan.rows))
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _word_row(plan: Drawing, row: int, numbers: dict[str, str]) -> str:
    cells = []
    for box in sorted(plan.boxes, key=lambda b: b.column):
        if box.row <= row < box.row + box.row_span:
            span = f'<w:gridSpan w:val="{box.column_span}"/>' if box.column_span > 1 else ""
            kind = "restart" if box.row == row else "continue"
            merge = f'<w:vMerge w:val="{kind}"/>' if box.row_span > 1 else ""
            words = (numbers[box.cell] if box.cell else box.text) if box.row == row else ""
            run = f"<w:r><w:t>{words}</w:t></w:r>" if words else ""
            cells.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr><w:p>{run}</w:p></w:tc>")
    return "".join(cells)


@cache
def workbook() -> tuple[bytes, ...]:
    """Workbooks: a statutory table; cells and formulas of every kind; two sheets that refer to each other."""
    table = _sheet("2021", "challenges")
    kinds = excel.rows(
        excel.number("A1", 5) + excel.number("B1", 7) + excel.formula("C1", "SUM(A1:B1)", "12"),
        '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>' + excel.formula("C2", "A1*2"),
        excel.text("A3", "合计") + '<c r="B3"><f t="shared" ref="B3:C3" si="0">A1+1</f><v>6</v></c>'
        '<c r="C3"><f t="shared" si="0"/><v>8</v></c>',
        '<c r="A4"><f t="array" ref="A4:B4">A1:B1</f><v>5</v></c><c r="B4"><v>7</v></c>'
        '<c r="C4" t="b"><v>1</v></c>',
    )
    strings = "<si><t>项目</t></si><si><r><t>总</t></r><r><t>计</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
    names = '<definedNames><definedName name="total">Sheet1!$C$1</definedName></definedNames>'
    merged = kinds + '<mergeCells><mergeCell ref="D1:E2"/></mergeCells>'
    two = excel.rows(excel.formula("A1", "年报!A1+total", "17") + excel.number("B1", "1.5"))
    files = (
        excel.workbook(table),
        excel.workbook(kinds, strings=strings),
        excel.workbook(merged, two, names=("年报", "表"), strings=strings, after_sheets=names),
        excel.workbook(table.replace("<", "<x:").replace("<x:/", "</x:"), prefix="x"),
    )
    return tuple(packed(dict(excel.parts_of(data))) for data in files)


def _sheet(edition: str, table: str) -> str:
    plan, numbers = drawing(edition, table), balanced(edition)
    rows: list[str] = []
    merges = []
    for row in range(plan.rows):
        cells = ""
        for box in sorted((b for b in plan.boxes if b.row == row), key=lambda b: b.column):
            name = f"{chr(65 + box.column)}{row + 1}"
            cells += excel.number(name, numbers[box.cell]) if box.cell else excel.text(name, box.text)
            if box.row_span * box.column_span > 1:
                merges.append(f"{name}:{chr(64 + box.column + box.column_span)}{row + box.row_span}")
        rows.append(cells)
    inner = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    return excel.rows(*rows) + f"<mergeCells>{inner}</mergeCells>"
