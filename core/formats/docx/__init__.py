"""Word documents: ``read`` what a reader of the page sees, ``encode`` corrections into their bytes, ``mark``
them as tracked changes.
"""

from core.formats.docx.document import read
from core.formats.docx.write import encode, mark

__all__ = ["encode", "mark", "read"]
