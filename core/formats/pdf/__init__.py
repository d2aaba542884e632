"""PDF with text: read, tables by their ruling lines, and never written."""

from core.formats.pdf.apart import read

__all__ = ["read"]
