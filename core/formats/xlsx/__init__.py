"""Excel workbooks: ``read`` the sheets, ``encode`` corrections, ``recalculated`` the formulas that follow."""

from core.formats.xlsx.workbook import encode, read, recalculated

__all__ = ["encode", "read", "recalculated"]
