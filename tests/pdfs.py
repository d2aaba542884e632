"""Writes PDFs byte by byte: pages of text and ruling lines, and reports as an office program prints them."""

import zlib
from collections.abc import Iterable
from typing import Literal

from core.forms import TABLES
from core.layout import Box, Drawing, drawing
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, YEARS, Numbers

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP, BOTTOM = 72, 523, 100, 760
SIZE = 16
Border = Literal["stroke", "fill", "boxes"]

FONT = {
    3: "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    4: "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
    "/Supplement 4>>/DW 1000/W[1 95 500]/FontDescriptor 5 0 R>>",
    5: "<</Type/FontDescriptor/FontName/SimSun/Flags 4/Ascent 860/Descent -140/CapHeight 700/ItalicAngle 0"
    "/StemV 80/FontBBox[0 -140 1000 860]>>",
}


class Page:
    """A page being drawn; lengths in points, y downwards from its upper edge."""

    def __init__(self) -> None:
        self.drawn: list[str] = []
        self.notes: list[str] = []
        self.more = ""

    def write(
        self, x: float, y: float, text: str, size: float = 10.5, *, mode: int = 0, turn: str = ""
    ) -> None:
        """Text whose baseline is at y. mode: of rendering, 3 is invisible. turn: a b c d of its matrix."""
        code = text.encode("utf-16-be").hex()
        place = f"{turn or '1 0 0 1'} {x:.2f} {HEIGHT - y:.2f} Tm"
        self.drawn.append(f"BT /F1 {size} Tf {mode} Tr {place} <{code}> Tj ET")

    def line(self, x: float, y: float, u: float, v: float, border: Border = "stroke") -> None:
        """A ruling line: a stroke, a narrow filled rectangle, or a row of dots."""
        if border == "stroke":
            self.drawn.append(f"0.5 w {x:.2f} {HEIGHT - y:.2f} m {u:.2f} {HEIGHT - v:.2f} l S")
            return
        self.drawn.append(f"{x:.2f} {HEIGHT - v:.2f} {max(u - x, 0.5):.2f} {max(v - y, 0.5):.2f} re f")

    def box(self, x: float, y: float, u: float, v: float, border: Border = "stroke") -> None:
        """A cell's four borders."""
        if border == "boxes":
            self.drawn.append(f"0.5 w {x:.2f} {HEIGHT - v:.2f} {u - x:.2f} {v - y:.2f} re S")
            return
        for ends in ((x, y, u, y), (x, v, u, v), (x, y, x, v), (u, y, u, v)):
            self.line(*ends, border)

    def paint(self, x: float, y: float, u: float, v: float, grey: float = 1.0) -> None:
        """An area filled with white or grey, over whatever was drawn before."""
        self.drawn.append(f"q {grey} g {x:.2f} {HEIGHT - v:.2f} {u - x:.2f} {v - y:.2f} re f Q")

    def picture(self) -> None:
        """A picture over the whole page."""
        self.drawn.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q")

    def note(self, kind: str, x: float, y: float, u: float, v: float) -> None:
        """An annotation."""
        self.notes.append(
            f"<</Type/Annot/Subtype/{kind}/Rect[{x} {HEIGHT - v} {u} {HEIGHT - y}]/Contents(x)/DA(/F1 9 Tf)>>"
        )

    def cells(
        self, rows: Iterable[Iterable[str]], xs: list[float], top: float, border: Border = "stroke"
    ) -> None:
        """A plain table, every row 20 high."""
        for number, row in enumerate(rows):
            y = top + 20 * number
            for x, u, text in zip(xs, xs[1:], row, strict=False):
                self.box(x, y, u, y + 20, border)
                self.write(x + 5, y + 14, text)


def pdf(pages: Iterable[Page], fonts: dict[int, str] = FONT, trailer: str = "") -> bytes:
    """The file. Objects: 1 catalogue, 2 pages, 3 to 5 the font F1, then the pages."""
    objects = {1: "<</Type/Catalog/Pages 2 0 R>>", **fonts}
    kids = []
    for number, page in enumerate(pages):
        first = 10 + 2 * number
        kids.append(f"{first} 0 R")
        packed = zlib.compress("\n".join(page.drawn).encode("latin-1"))
        notes = f"/Annots[{' '.join(page.notes)}]" if page.notes else ""
        objects[first] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {first + 1} 0 R{notes}"
            f"/Resources<</Font<</F1 3 0 R>>>>{page.more}>>"
        )
        objects[first + 1] = (
            f"<</Filter/FlateDecode/Length {len(packed)}>>stream\n{packed.decode('latin-1')}\nendstream"
        )
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    return raw(objects, trailer)


def raw(objects: dict[int, str], trailer: str = "") -> bytes:
    """A file of these objects, with its table of where they are."""
    data = b"%PDF-1.7\n"
    places = {}
    for number, text in sorted(objects.items()):
        places[number] = len(data)
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    last = max(objects)
    table = [
        f"{places[n]:010} 00000 n \n" if n in places else "0000000000 65535 f \n" for n in range(last + 1)
    ]
    end = f"trailer<</Size {last + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {last + 1}\n{''.join(table)}".encode() + end.encode()


class Printed:
    """A report being printed: text and tables flow from page to page.

    again: the table's heading rows are repeated on each page. shift: points by which even pages are moved.
    """

    def __init__(self, border: Border = "stroke", *, again: bool = False, shift: float = 0) -> None:
        self.pages: list[Page] = []
        self._border = border
        self._again = again
        self._shift = shift
        self._turn_page()

    def _turn_page(self) -> None:
        self.page = Page()
        self.pages.append(self.page)
        self.page.write(290, 800, f"— {len(self.pages)} —", 14)
        self.y = float(TOP)
        self.left = LEFT + (self._shift if len(self.pages) % 2 == 0 else 0)

    def title(self, text: str) -> None:
        width = 22 * len(text) - 11 * sum(c.isascii() for c in text)
        self.page.write(self.left + (RIGHT - LEFT - width) / 2, self.y, text, 22)
        self.y += 50

    def paragraph(self, text: str) -> None:
        """Two letters in, broken where the line is full, even within a number."""
        room, line = RIGHT - LEFT - 2 * SIZE, ""
        x = self.left + 2.0 * SIZE
        for letter in (*text, None):
            width = SIZE * sum(0.5 if c.isascii() else 1 for c in (*line, letter or ""))
            if letter is None or width > room:
                self._line(x, line)
                x, line, room = self.left, "", RIGHT - LEFT
            line += letter or ""

    def _line(self, x: float, text: str) -> None:
        if self.y > BOTTOM:
            self._turn_page()
            x += self.left - LEFT if self._shift else 0
        self.page.write(x, self.y, text, SIZE)
        self.y += 28

    def table(self, edition: str, table: str, numbers: Numbers) -> None:
        plan = drawing(edition, table)
        xs = _columns(plan)
        heights = [max(_height(b, xs, numbers) for b in plan.boxes if b.row == r) for r in range(plan.rows)]
        if self.y + sum(heights[: plan.frozen_rows]) > BOTTOM:
            self._turn_page()
        row = 0
        while row < plan.rows:
            last = row
            while last < plan.rows and self.y + sum(heights[row : last + 1]) <= BOTTOM:
                last += 1
            if last > row:
                self._rows(plan, range(row, last), xs, heights, numbers)
            row = last
            if row < plan.rows:
                self._turn_page()
                if self._again and row >= plan.frozen_rows:
                    self._rows(plan, range(plan.frozen_rows), xs, heights, numbers)
        self.y += 30

    def _rows(
        self, plan: Drawing, rows: range, xs: list[float], heights: list[float], numbers: Numbers
    ) -> None:
        tops = [self.y + sum(heights[rows.start : row]) for row in range(rows.start, rows.stop + 1)]
        for box in plan.boxes:
            first, last = max(box.row, rows.start), min(box.row + box.row_span, rows.stop)
            if first >= last:
                continue
            x, u = (self.left + xs[n] for n in (box.column, box.column + box.column_span))
            y, v = tops[first - rows.start], tops[last - rows.start]
            self.page.box(x, y, u, v, self._border)
            if first == box.row:
                for number, line in enumerate(_wrapped(box, xs, numbers)):
                    self.page.write(x + 5, y + 13 + 13 * number, line)
        self.y = tops[-1]


def report(
    numbers: Numbers,
    edition: str = "2021",
    border: Border = "stroke",
    *,
    again: bool = False,
    shift: float = 0,
) -> bytes:
    """A whole report."""
    return pdf(printed(numbers, edition, border, again=again, shift=shift))


def printed(
    numbers: Numbers,
    edition: str = "2021",
    border: Border = "stroke",
    *,
    again: bool = False,
    shift: float = 0,
) -> list[Page]:
    """The pages of a whole report."""
    press = Printed(border, again=again, shift=shift)
    year = YEARS[edition]
    press.title(TITLE.format(year=year).removeprefix("云岭市"))
    for line in BEFORE.splitlines():
        press.paragraph(line)
    for table in TABLES:
        press.paragraph(HEADINGS[table])
        press.table(edition, table, numbers)
    for line in AFTER.format(signed=year + 1).splitlines():
        press.paragraph(line)
    return press.pages


def _columns(plan: Drawing) -> list[float]:
    """Where the columns begin and end: those of headings twice as wide as those of numbers."""
    parts = [2.0 if n < plan.frozen_columns else 1.0 for n in range(plan.columns)]
    unit = (RIGHT - LEFT) / sum(parts)
    return [unit * sum(parts[:n]) for n in range(plan.columns + 1)]


def _wrapped(box: Box, xs: list[float], numbers: Numbers) -> list[str]:
    """The cell's text, broken where the cell is full."""
    room = xs[box.column + box.column_span] - xs[box.column] - 10
    lines = [""]
    for letter in numbers[box.cell] if box.cell else box.text:
        if 10.5 * sum(0.5 if c.isascii() else 1 for c in lines[-1] + letter) > room:
            lines.append("")
        lines[-1] += letter
    return lines


def _height(box: Box, xs: list[float], numbers: Numbers) -> float:
    return (6 + 13 * len(_wrapped(box, xs, numbers))) / box.row_span
