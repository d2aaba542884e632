"""Part of the self-test: a report as files of the kinds that others make and the program reads."""

import csv
from base64 import encodebytes
from collections.abc import Mapping
from datetime import datetime
from io import StringIO

from core.export import documents
from core.review import Review
from core.tables import RawTable

_ARCHIVE = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"


def written_as(review: Review) -> Mapping[str, bytes]:
    """The report as a web page, the archive of one, a PDF and a CSV; by suffix."""
    now = datetime.now()
    page = documents.make("html", review, now, {})
    return {
        "html": page,
        "mht": _ARCHIVE + encodebytes(page),
        "csv": _separated(review),
        "pdf": documents.make("pdf", review, now, {}),
    }


def _separated(review: Review) -> bytes:
    """Its tables as Excel would write them: a merged cell at its upper left, blanks for the rest."""
    file = StringIO(newline="")
    for table in review.report.document.tables:
        csv.writer(file).writerows(_rows(table))
    return file.getvalue().encode("utf-8-sig")


def _rows(table: RawTable) -> list[list[str]]:
    height = max(cell.row + cell.row_span for cell in table.cells)
    width = max(cell.column + cell.column_span for cell in table.cells)
    rows = [[""] * width for _ in range(height)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows
