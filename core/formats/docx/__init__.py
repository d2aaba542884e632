"""Word documents: ``read`` what a reader of the page sees, ``encode`` corrections into their bytes."""

from core.formats.docx.document import read
from core.formats.docx.write import encode

__all__ = ["encode", "read"]
