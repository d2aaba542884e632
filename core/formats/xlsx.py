"""Excel workbooks (.xlsx, .xlsm, .xltx): read with byte anchors, save by splicing single cells."""

from core.formats.xlsx_book import Book, open_book
from core.formats.xlsx_table import raw_table
from core.tables import Document

_SIGNED = "该文件带有数字签名，保存后签名将失效，需要重新签名"
_PROTECTED = "工作表“{}”设有保护：校核和保存不受影响，但要在 Excel 或 WPS 里手工改它，须先撤销保护"


def read(data: bytes) -> Document:
    """One table per worksheet in the workbook's order, hidden ones too.

    Raises ReadError, in the clerk's words, when the file is damaged, encrypted or no workbook.
    """
    book = open_book(data)
    tables = tuple(raw_table(sheet, book.strings, {}) for sheet in book.sheets)
    return Document("xlsx", data, tables, _notes(book), book)


def _notes(book: Book) -> tuple[str, ...]:
    signed = [_SIGNED] if any(name.startswith("_xmlsignatures/") for name in book.package.names) else []
    return (*signed, *(_PROTECTED.format(sheet.name) for sheet in book.sheets if sheet.protected))
