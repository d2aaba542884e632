"""The whole report in the official layout, as a Word document."""

import re
from datetime import datetime

from docx.document import Document as WordDocument
from docx.shared import Pt

from core.export.prose import Item, Line, items, title
from core.export.sizes import width
from core.export.word_page import TEXT_WIDTH, add, as_subheading, blank, data
from core.export.word_table import word_table
from core.layout import drawing
from core.review import Review

_LEAD = re.compile(r"([（(][一二三四五六七八九十]{1,3}[）)][^。；，：]{2,24}。)(.+)", re.DOTALL)
_UNIT_AND_REST = re.compile(r"(.+?)\s*(20\d\d\s*年.+)")
_TITLE_EMS = 20
_LINE = 28


def word(review: Review, when: datetime) -> bytes:
    """The report's own text in its order with the tables found, as all of it stands now.

    when: date of the file.
    """
    document = blank(title(review), when)
    before: Item | None = None
    for item in items(review):
        if isinstance(item, Line):
            _add_line(document, item, before)
        else:
            table = word_table(drawing(item.edition, item.id), review.texts, TEXT_WIDTH)
            document.element.body.insert_element_before(table, "w:sectPr")
        before = item
    if not isinstance(before, Line):
        add(document, "body")
    return data(document)


def _add_line(document: WordDocument, line: Line, before: Item | None) -> None:
    """A paragraph; one line is left free below the title, half a line below a table."""
    lead = _LEAD.fullmatch(line.text) if line.style == "body" else None
    text = _broken(line.text) if line.style == "title" else line.text
    paragraph = add(document, line.style, *(lead.groups() if lead else (text,)))
    if lead:
        as_subheading(paragraph.runs[0])
    if isinstance(before, Line):
        if before.style == "title" and line.style != "title":
            paragraph.paragraph_format.space_before = Pt(_LINE)
    elif before is not None:
        paragraph.paragraph_format.space_before = Pt(_LINE / 2)


def _broken(text: str) -> str:
    """A title too long for one line, broken between the unit and what its report is."""
    parts = _UNIT_AND_REST.fullmatch(text)
    return "\n".join(parts.groups()) if parts and width(text) > _TITLE_EMS else text
