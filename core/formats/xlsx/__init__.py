"""Excel workbooks: ``read`` the sheets, ``encode`` corrections, ``mark`` them with comments, ``recalculated``
the formulas that follow, ``calculated`` with the results that a new workbook lacks.
"""

from core.formats.xlsx.workbook import calculated, encode, mark, read, recalculated

__all__ = ["calculated", "encode", "mark", "read", "recalculated"]
