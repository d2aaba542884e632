"""The pages of a PDF and what stands on them: headings, paragraphs, rows of a table."""

import logging
from collections.abc import Sequence
from datetime import datetime

from fpdf import FPDF

from core.export.pdf_fonts import FontFile
from core.export.pdf_lines import wrap

INK, GREY, RED = (26, 26, 26), (90, 90, 90), (138, 28, 28)
WIDTH = 178.0
"""Of the text area, in mm."""
SIDE = 16.0
"""Margin left and right, in mm."""
_TOP, _BOTTOM = 18.0, 18.0
_FONT = "chinese"
_MM = 0.3528
"""mm per point."""

for _name in ("fontTools", "fpdf"):
    logging.getLogger(_name).setLevel(logging.ERROR)  # they report on fonts, which no clerk can act on


class Page(FPDF):
    """An A4 document in one Chinese font, its pages numbered."""

    def __init__(self, title: str, font: FontFile, when: datetime) -> None:
        super().__init__("portrait", "mm", "A4")
        self.set_margins(SIDE, _TOP, SIDE)
        self.set_auto_page_break(True, _BOTTOM)
        self.add_font(_FONT, "", font.path, collection_font_number=font.number)
        self.set_title(title)
        self.set_lang("zh-CN")
        self.set_creator("年报勾稽校核")
        self.set_creation_date(when)
        self.add_page()

    def footer(self) -> None:
        self.use(8.5, GREY)
        self.set_xy(SIDE, -12)
        self.cell(WIDTH, 5, f"第 {self.page_no()} 页，共 {{nb}} 页", align="C")

    def use(self, size: float, colour: tuple[int, int, int] = INK) -> None:
        """Type of this size (points) and colour from now on."""
        self.set_font(_FONT, size=size)
        self.set_text_color(*colour)

    @property
    def room(self) -> float:
        """What is left of the page, in mm."""
        return self.h - _BOTTOM - self.get_y()

    def keep(self, height: float) -> None:
        """Go to a new page if less than ``height`` mm are left."""
        if self.room < height:
            self.add_page()

    def lines(self, text: str, width: float) -> list[str]:
        """A text broken into lines of ``width`` mm in the type in use."""
        return wrap(text, width, self.get_string_width)

    def paragraph(
        self,
        text: str,
        size: float = 10.5,
        colour: tuple[int, int, int] = INK,
        *,
        indent: float = 0,
        mark: str = "",
        align: str = "L",
    ) -> None:
        """A paragraph across the page; ``mark`` (a number, a dot) stands in its indent."""
        self.use(size, colour)
        height = size * _MM * 1.6
        lines = self.lines(text, WIDTH - indent)
        self.keep(height * min(len(lines), 2))
        for number, line in enumerate(lines):
            self.keep(height)
            if mark and not number:
                self.set_x(SIDE)
                self.cell(indent, height, mark)
            self.set_x(SIDE + indent)
            self.cell(WIDTH - indent, height, line, align=align)
            self.ln(height)

    def heading(self, text: str) -> None:
        """A heading with a rule below it, never at the foot of a page."""
        self.keep(28)
        self.ln(5)
        self.paragraph(text, 13)
        self.set_draw_color(*INK)
        self.set_line_width(0.5)
        self.line(SIDE, self.get_y() + 0.5, SIDE + WIDTH, self.get_y() + 0.5)
        self.ln(2.5)

    @property
    def line_height(self) -> float:
        """Of lines in a box, in the type in use."""
        return self.font_size * 1.25

    def text_in(self, lines: Sequence[str], x: float, y: float, w: float, h: float, align: str) -> None:
        """Lines in the middle of a box, in the type in use."""
        height = self.line_height
        top = y + (h - height * len(lines)) / 2
        for number, line in enumerate(lines):
            self.set_xy(x, top + number * height)
            self.cell(w, height, line, align=align)
