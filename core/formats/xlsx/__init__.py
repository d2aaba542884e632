"""Excel workbooks: ``read`` the sheets, ``encode`` corrections, ``recalculated`` the formulas that follow,
``calculated`` with the results that a new workbook lacks.
"""

from core.formats.xlsx.workbook import calculated, encode, read, recalculated

__all__ = ["calculated", "encode", "read", "recalculated"]
