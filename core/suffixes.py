"""Which names a report's file may have; what a file really is, its content says (``formats.detect``)."""

REWRITTEN = frozenset((".docx", ".docm", ".xlsx", ".xlsm", ".txt", ".csv"))
"""Formats in which a corrected file is the original with other numbers."""
READ_ONLY = frozenset((".html", ".htm", ".shtml", ".mht", ".mhtml", ".pdf"))
"""Formats that are read but never written: a corrected report goes into a new Word document."""
READ = REWRITTEN | READ_ONLY
TOLD = frozenset((".doc", ".wps", ".xls", ".et", ".rtf", ".odt", ".ods"))
"""Office documents that must be converted first, see ``core.office``; where that cannot be, it is said."""
OFFICE = frozenset((".docx", ".docm", ".xlsx", ".xlsm")) | TOLD
"""What a file of this name is taken for, by the clerk and by the office suite."""
ANEW = ".docx"
"""Suffix of the document into which a corrected report goes that cannot be written in its own format."""
LISTS = frozenset((".csv",))
"""Registers of units and the like far more often than reports: in a folder they are passed over."""
